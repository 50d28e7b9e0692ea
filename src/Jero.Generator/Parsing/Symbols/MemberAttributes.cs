using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>Finds the attributes that apply to a member, wherever they are declared.</summary>
internal static class MemberAttributes
{
    /// <summary>Its own, those of the parameter that declares it in a positional record, and those of the members that it overrides.</summary>
    public static IEnumerable<AttributeData> Of(ISymbol member)
    {
        for (var part = member; part is not null; part = (part as IPropertySymbol)?.OverriddenProperty)
        {
            foreach (var attribute in part.GetAttributes().Concat(ParameterOf(part)?.GetAttributes() ?? []))
            {
                yield return attribute;
            }
        }
    }

    /// <summary>Whether one that decides the form of JSON is half-typed, which the compiler says.</summary>
    public static bool AreUnfinished(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { } type
        && type.ContainingNamespace?.ToDisplayString() == "System.Text.Json.Serialization"
        && (attribute.AttributeConstructor is null || attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error)));

    /// <summary>The parameter of a positional record that declares the property; null if there is none.</summary>
    public static IParameterSymbol? ParameterOf(ISymbol member) => member is IPropertySymbol { ContainingType.IsRecord: true } property
        ? property.ContainingType.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
        : null;
}
