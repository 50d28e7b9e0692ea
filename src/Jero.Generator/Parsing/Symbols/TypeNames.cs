using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>The names of types.</summary>
internal static class TypeNames
{
    /// <summary>The type with its own annotation.</summary>
    public static TypeName ToName(this ITypeSymbol type) =>
        type is { NullableAnnotation: NullableAnnotation.Annotated, IsValueType: false } ? type.ToBareName() with { IsNullable = true } : type.ToBareName();

    /// <summary>The type without an annotation of its own, as in <c>typeof</c>; those of its arguments stay.</summary>
    public static TypeName ToBareName(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => new TypeName { Form = TypeForm.Array, Name = "", Rank = array.Rank, Arguments = new[] { array.ElementType.ToName() }.ToEquatableArray() },
        IDynamicTypeSymbol => new TypeName { Form = TypeForm.BuiltIn, Name = "dynamic" },
        ITypeParameterSymbol => new TypeName { Form = TypeForm.Parameter, Name = type.Name },
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, IsUnboundGenericType: false } nullable when !nullable.IsDefinition =>
            nullable.TypeArguments[0].ToBareName() with { IsNullable = true },
        INamedTypeSymbol { IsTupleType: true, TupleElements.Length: > 1 } tuple => OfTuple(tuple),
        INamedTypeSymbol named => IsBuiltIn(named) ? new TypeName { Form = TypeForm.BuiltIn, Namespace = "System", Name = named.Name } : OfNamed(named),
        _ => new TypeName { Name = type.Name },
    };

    private static TypeName OfNamed(INamedTypeSymbol type) => new()
    {
        Namespace = type.ContainingType is null ? NamespaceOf(type.ContainingNamespace) : null,
        Name = type.Name,
        Outer = type.ContainingType?.ToBareName(),
        OpenArity = type.IsUnboundGenericType ? type.Arity : 0,
        Arguments = type.IsUnboundGenericType || type.Arity == 0 ? [] : type.TypeArguments.Select(ToName).ToEquatableArray(),
    };

    private static TypeName OfTuple(INamedTypeSymbol type) => new()
    {
        Form = TypeForm.Tuple,
        Name = "",
        Arguments = type.TupleElements.Select(static element => element.Type.ToName()).ToEquatableArray(),
        ElementNames = type.TupleElements.Select(static element => element.IsExplicitlyNamedTupleElement ? element.Name : "").ToEquatableArray(),
    };

    /// <summary>The namespace; null for the global one.</summary>
    public static string? NamespaceOf(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? null
        : NamespaceOf(space.ContainingNamespace) is { } outer ? $"{outer}.{space.Name}"
        : space.Name;

    private static bool IsBuiltIn(INamedTypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Object or SpecialType.System_Void or SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char => true,
        >= SpecialType.System_SByte and <= SpecialType.System_Double => true,
        SpecialType.System_IntPtr or SpecialType.System_UIntPtr => type.IsNativeIntegerType,
        _ => false,
    };
}
