using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds the constructor that reading uses, by System.Text.Json's rules.</summary>
internal static class JsonConstructorParser
{
    /// <summary>Returns the annotated constructor, else the one without parameters, else the only one; null if there is none.</summary>
    public static JsonConstructor? Parse(INamedTypeSymbol type, Reachable reachable)
    {
        if (Choose(type) is not { } constructor || type.IsAbstract || constructor.Parameters.Any(static parameter => parameter.RefKind != RefKind.None)
            || constructor.Parameters.Any(parameter => !IsPassed(parameter, reachable)))
        {
            return null;
        }

        // The accessor of the constructor does not set required members, and an initializer would undo what the constructor does with its
        // parameters.
        var required = SetsRequiredMembers(constructor) ? [] : RequiredMembers(type).Distinct().ToList();
        var isVisible = reachable.CanUse(constructor)
            && !constructor.Parameters.Any(parameter => required.Exists(name => string.Equals(name, parameter.Name, StringComparison.OrdinalIgnoreCase)));
        var members = constructor.Parameters.IsEmpty ? null : JsonMembers.ByName(type);
        return new JsonConstructor(
            constructor.Parameters.Select(parameter => new JsonConstructorParameter
            {
                Name = parameter.Name,
                TypeName = parameter.Type.ToBareName(),
                IsNullable = Nullability.Of(parameter),
                OtherMember = OtherMember(parameter, members!),
                Default = parameter.HasExplicitDefaultValue ? ConstantParser.Default(parameter) : null,
            }).ToEquatableArray(),
            isVisible ? required.ToEquatableArray() : [],
            isVisible ? null : MemberAccessors.Of(constructor));
    }

    /// <summary>Those with <c>[JsonConstructor]</c>, of which there may be one.</summary>
    public static IEnumerable<IMethodSymbol> Annotated(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(static part => part.Attribute(KnownTypes.JsonConstructorAttribute) is not null);

    /// <summary>Returns whether the constructor that reading uses sets the required members itself.</summary>
    public static bool SetsRequiredMembers(INamedTypeSymbol type) => Choose(type) is { } constructor && SetsRequiredMembers(constructor);

    private static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        var candidates = type.InstanceConstructors.Where(static part => part.DeclaredAccessibility == Accessibility.Public).ToList();
        return Annotated(type).FirstOrDefault()
            ?? candidates.FirstOrDefault(part => part.Parameters.Length == 0 && !type.Is(KnownTypes.KeyValuePair))
            ?? candidates.Where(static part => part.Parameters.Length > 0).ToList() switch { [var only] => only, _ => null };
    }

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.Attribute(KnownTypes.SetsRequiredMembersAttribute) is not null;

    // Metadata passes every argument as an object.
    private static bool IsPassed(IParameterSymbol parameter, Reachable reachable) =>
        !parameter.Type.IsRefLikeType && !Reachable.IsUnfinished(parameter.Type) && parameter.Type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        && reachable.ReasonAgainst(parameter.Type) is null;

    // System.Text.Json matches a parameter with a member of the same name and type.
    private static string? OtherMember(IParameterSymbol parameter, ILookup<string, ISymbol> members) =>
        members[parameter.Name].Any(member => SymbolEqualityComparer.Default.Equals(JsonMembers.TypeOf(member), parameter.Type))
            ? null
            : members[parameter.Name].FirstOrDefault()?.Name;

    public static IEnumerable<string> RequiredMembers(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                yield return member.Name;
            }
        }
    }
}
