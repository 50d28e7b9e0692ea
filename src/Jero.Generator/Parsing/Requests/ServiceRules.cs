using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>
/// Tells data from services by their declarations, because the services of the container are not known at compile time. The container is
/// never asked for a parameter that is data. For the others it is asked when the endpoint is mapped.
/// </summary>
internal static class ServiceRules
{
    /// <summary>
    /// Returns whether the type is meant to carry values: a record, a type that declares its variants in JSON, a collection type of .NET,
    /// or a class with settable properties and no methods.
    /// </summary>
    public static bool IsData(ITypeSymbol type) => type is INamedTypeSymbol named
        && (named.IsRecord || JsonPolymorphismParser.IsPolymorphic(named) || IsCollection(named) || IsPlainClass(named));

    // A container can resolve every IEnumerable<T>, as all services of that type.
    private static bool IsCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable"
        && !type.Is(KnownTypes.IEnumerable)
        && CollectionTypes.Find(type) is not null;

    private static bool IsPlainClass(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false }
        && type.BaseType?.SpecialType == SpecialType.System_Object
        && type.ContainingNamespace?.ToDisplayString() is { } containing
        && !IsOf(containing, "System") && !IsOf(containing, "Microsoft")
        && type.AllInterfaces.IsEmpty
        && !type.GetMembers().Any(static member => member is IMethodSymbol
        {
            MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, IsOverride: false,
        } or IEventSymbol)
        && (type.GetMembers().OfType<IPropertySymbol>().Any(static property =>
                property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public })
            || type.GetMembers().All(static member => member.IsImplicitlyDeclared));

    private static bool IsOf(string containing, string root) => containing == root || containing.StartsWith(root + ".", StringComparison.Ordinal);
}
