using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What System.Text.Json takes for an array.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Concurrent = "System.Collections.Concurrent";
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>How the type is a collection, and of what; null where it is none.</summary>
    public static (CollectionKind Kind, ITypeSymbol Item, string? Creator)? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? (CollectionKind.Array, array.ElementType, null) : null;
        }

        if (type is INamedTypeSymbol { TypeArguments: [var element] } && (type.Is("System", "Memory`1") || type.Is("System", "ReadOnlyMemory`1")))
        {
            return (type.Name == "Memory" ? CollectionKind.Memory : CollectionKind.ReadOnlyMemory, element, null);
        }

        if (type is not INamedTypeSymbol { IsRefLikeType: false } named || ImplementationOf(named, Generic, "IEnumerable`1") is not { } sequence)
        {
            return null;
        }

        var item = sequence.TypeArguments[0];
        if (ImmutableFactory(named) is { } factory)
        {
            return (CollectionKind.Immutable, item, $"global::{Immutable}.{factory}.CreateRange<{item.Code()}>");
        }

        return (KindOf(named), item, CreatorOf(named));
    }

    /// <summary>Whether System.Text.Json can make one of JSON: it adds to an empty one, or takes a list or a set for an interface.</summary>
    public static bool IsReadable(ITypeSymbol type, CollectionKind kind, ITypeSymbol item, string? creator, Compilation compilation) => kind switch
    {
        CollectionKind.Array or CollectionKind.Immutable or CollectionKind.Memory or CollectionKind.ReadOnlyMemory => true,
        _ when creator is null && IsInterfaceOfList(type) => true,
        CollectionKind.Enumerable => Takes(type, compilation, $"{Generic}.List`1", item) || Takes(type, compilation, $"{Generic}.HashSet`1", item),
        _ => creator is not null || Takes(type, compilation, $"{Generic}.List`1", item) || Takes(type, compilation, $"{Generic}.HashSet`1", item),
    };

    // Known without asking the compiler to convert.
    private static bool IsInterfaceOfList(ITypeSymbol type) => type.OriginalDefinition.SpecialType is
        SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IList_T
        or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T;

    /// <summary>Whether a value of the generic class can be assigned to the type.</summary>
    public static bool Takes(ITypeSymbol type, Compilation compilation, string metadataName, params ITypeSymbol[] arguments) =>
        compilation.GetTypeByMetadataName(metadataName)?.Construct(arguments) is { } made && compilation.ClassifyCommonConversion(made, type) is { IsImplicit: true, IsUserDefined: false };

    /// <summary>The interface or base class of that name, the type itself included.</summary>
    public static INamedTypeSymbol? ImplementationOf(INamedTypeSymbol type, string containingNamespace, string metadataName)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.Is(containingNamespace, metadataName))
            {
                return part;
            }
        }

        return type.AllInterfaces.FirstOrDefault(part => part.Is(containingNamespace, metadataName));
    }

    /// <summary>The expression of an empty instance; null for an interface, whose instance System.Text.Json chooses.</summary>
    public static string? CreatorOf(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
        && type.InstanceConstructors.Any(static constructor => constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public } && !Reachable.IsForbidden(constructor))
            ? $"static () => new {type.BareCode()}(){Initializer(type)}"
            : null;

    /// <summary>What C# demands behind <c>new</c>: its required members, which have no place in JSON.</summary>
    public static string Initializer(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors.FirstOrDefault(static part => part.Parameters.IsEmpty);
        var members = constructor?.Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is null
            ? JsonConstructorParser.RequiredMembers(type).Select(static name => $"{name} = default!").ToList()
            : [];
        return members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}";
    }

    // The order is that of System.Text.Json: a type that is several of these is the first.
    private static CollectionKind KindOf(INamedTypeSymbol type) =>
        ImplementationOf(type, Generic, "List`1") is not null ? CollectionKind.List
        : ImplementationOf(type, Generic, "IList`1") is not null ? CollectionKind.IList
        : ImplementationOf(type, Generic, "ISet`1") is not null ? CollectionKind.ISet
        : ImplementationOf(type, Generic, "ICollection`1") is not null ? CollectionKind.ICollection
        : ImplementationOf(type, Generic, "Stack`1") is not null ? CollectionKind.Stack
        : ImplementationOf(type, Generic, "Queue`1") is not null ? CollectionKind.Queue
        : ImplementationOf(type, Concurrent, "ConcurrentStack`1") is not null ? CollectionKind.ConcurrentStack
        : ImplementationOf(type, Concurrent, "ConcurrentQueue`1") is not null ? CollectionKind.ConcurrentQueue
        : CollectionKind.Enumerable;

    private static string? ImmutableFactory(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() != Immutable ? null : type.MetadataName switch
    {
        "ImmutableArray`1" => "ImmutableArray",
        "ImmutableList`1" or "IImmutableList`1" => "ImmutableList",
        "ImmutableStack`1" or "IImmutableStack`1" => "ImmutableStack",
        "ImmutableQueue`1" or "IImmutableQueue`1" => "ImmutableQueue",
        "ImmutableHashSet`1" or "IImmutableSet`1" => "ImmutableHashSet",
        "ImmutableSortedSet`1" => "ImmutableSortedSet",
        _ => null,
    };
}
