using System.Collections.Immutable;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Validation;

/// <summary>Reads validation attributes.</summary>
internal static class RuleParser
{
    public static bool Any(ImmutableArray<AttributeData> attributes) => attributes.Any(IsRule);

    /// <summary>
    /// Returns the attributes, each created anew. Length attributes become rules of the runtime, which the trimmer does not warn about. If
    /// the trimmer warns about another attribute's constructor (<c>[Compare]</c> looks for a member by name), or generated code cannot name
    /// one, all rules are read from the user's own declaration, as ASP.NET Core's generator always does.
    /// </summary>
    /// <param name="attributes">The attributes of the declaration, rules or not.</param>
    /// <param name="declaration">Where they are declared.</param>
    /// <param name="reachable">What generated code can name.</param>
    public static EquatableArray<ValidationRule> Of(ImmutableArray<AttributeData> attributes, Func<RuleDeclaration> declaration, Reachable reachable)
    {
        var rules = attributes.Where(IsRule).ToList();
        return rules.Any(rule => IsUntrimmable(rule) || !reachable.CanUse(rule))
            ? new ValidationRule[] { new DeclaredRules(declaration()) }.ToEquatableArray()
            : rules.Select(static ValidationRule (rule) => new CreatedRule(ConstantParser.Of(rule), LengthOf(rule))).ToEquatableArray();
    }

    /// <summary>Returns the rules of a property. In a record they include those of the parameter that declares it.</summary>
    public static EquatableArray<ValidationRule> Of(IPropertySymbol property, INamedTypeSymbol type, Reachable reachable)
    {
        var own = Of(property.GetAttributes(), () => new RuleDeclaration(RuleDeclarationKind.Property, type.ToBareName()) { Member = property.Name }, reachable);
        var constructor = type.IsRecord ? type.InstanceConstructors.FirstOrDefault(part => part.DeclaredAccessibility == Accessibility.Public && part.Parameters.Length > 0
            && !SymbolEqualityComparer.Default.Equals(part.Parameters[0].Type, type)) : null;
        return constructor?.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name) is { } parameter
            ? own.Concat(Of(parameter.GetAttributes(), () => OfParameter(RuleDeclarationKind.ConstructorParameter, parameter, type.ToBareName()), reachable)).ToEquatableArray()
            : own;
    }

    /// <summary>A handler's parameter.</summary>
    public static RuleDeclaration Parameter(IParameterSymbol parameter) =>
        OfParameter(RuleDeclarationKind.MethodParameter, parameter, parameter.ContainingType.ToBareName()) with { Member = parameter.ContainingSymbol.Name };

    /// <summary>What messages call it.</summary>
    public static string DisplayName(ISymbol symbol, string name) =>
        symbol.Attribute(KnownTypes.DisplayAttribute)?.NamedString("Name") ?? name;

    private static RuleDeclaration OfParameter(RuleDeclarationKind kind, IParameterSymbol parameter, TypeName type) => new(kind, type)
    {
        ParameterTypes = ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Select(static part => part.Type.ToBareName()).ToEquatableArray(),
        Position = parameter.Ordinal,
    };

    private static bool IsRule(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null)
        {
            return false;
        }

        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Is(KnownTypes.ValidationAttribute))
            {
                return true;
            }
        }

        return false;
    }

    // [MaxLength] without a length has its own constructor.
    private static LengthRule? LengthOf(AttributeData attribute) => attribute.ConstructorArguments.Length == 0 ? null
        : attribute.AttributeClass.Is(KnownTypes.MinLengthAttribute) ? LengthRule.MinLength
        : attribute.AttributeClass.Is(KnownTypes.MaxLengthAttribute) ? LengthRule.MaxLength
        : attribute.AttributeClass.Is(KnownTypes.LengthAttribute) ? LengthRule.Length
        : null;

    private static bool IsUntrimmable(AttributeData attribute) =>
        LengthOf(attribute) is null && attribute.AttributeConstructor?.Attribute(KnownTypes.RequiresUnreferencedCodeAttribute) is not null;
}
