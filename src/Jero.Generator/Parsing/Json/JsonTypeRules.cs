using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides which types can have a JSON form at all.</summary>
internal static class JsonTypeRules
{
    /// <summary>Why the type can be nothing on the wire, and what to do; null if it can.</summary>
    public static string? ReasonAgainst(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: false } => "an array of several dimensions has no JSON form, so use an array of arrays",
        IArrayTypeSymbol => null,
        IDynamicTypeSymbol => "dynamic is bound at run time, so use object",
        INamedTypeSymbol { IsTupleType: true } => "a tuple's names are lost in JSON, so use a record",
        INamedTypeSymbol { IsRefLikeType: true } => "a ref struct cannot be kept until it is written, so use a class or a record",
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum, IsAnonymousType: false } => null,
        _ => "such a type has no JSON form, so use a class, a record or one of the built-in types",
    };

    /// <summary>Why the type, which is no collection, can be no object either; null if it can.</summary>
    public static string? ReasonAgainstObject(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.AllInterfaces.Any(static part => part.SpecialType == SpecialType.System_Collections_IEnumerable))
        {
            return "the items of the collection have no type, so use a collection that implements IEnumerable<T>";
        }

        return type.TypeKind != TypeKind.Enum && IsOfTheFramework(type) && !type.Is(KnownTypes.KeyValuePair)
            ? "a framework type has no JSON form, so use a type with the values that you want to send"
            : null;
    }

    /// <summary>Whether the type comes with .NET.</summary>
    public static bool IsOfTheFramework(ITypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            root = outer;
        }

        return root?.Name == "System" && !type.Locations.Any(static location => location.IsInSource);
    }
}
