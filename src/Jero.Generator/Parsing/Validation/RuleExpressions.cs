using System.Collections.Immutable;
using System.Globalization;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Validation;

/// <summary>Prints validation attributes as elements of a collection expression.</summary>
internal static class RuleExpressions
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    public static bool Any(ImmutableArray<AttributeData> attributes) => attributes.Any(IsRule);

    /// <summary>
    /// The attributes, each created anew; those of lengths by rules of the runtime, of which the trimmer does not warn. Where it warns of
    /// another's constructor (<c>[Compare]</c> looks for a member by name), or where generated code cannot name one, they are taken from the
    /// user's own declaration, as the framework's generator takes all of them.
    /// </summary>
    /// <param name="attributes">Those of the declaration, rules or not.</param>
    /// <param name="declaration">The expression that finds the declaration.</param>
    /// <param name="reachable">What generated code can name.</param>
    public static EquatableArray<string> Of(ImmutableArray<AttributeData> attributes, Func<string> declaration, Reachable reachable)
    {
        var rules = attributes.Where(IsRule).ToList();
        return rules.Any(rule => IsUntrimmable(rule) || !reachable.CanUse(rule))
            ? new[] { $".. JeroGen::ValidatedMember.RulesOf({declaration()})" }.ToEquatableArray()
            : rules.Select(static rule => IsLength(rule)
                ? AttributeExpressions.Print(rule, $"JeroGen::{rule.AttributeClass!.Name.Replace("Attribute", "Rule")}")
                : AttributeExpressions.Print(rule)).ToEquatableArray();
    }

    /// <summary>Those of a property and, of a record, of the parameter that it is.</summary>
    public static EquatableArray<string> Of(IPropertySymbol property, INamedTypeSymbol type, Reachable reachable)
    {
        var own = Of(property.GetAttributes(), () => $"typeof({type.BareCode()}).GetProperty({SymbolNames.Literal(property.Name)})!", reachable);
        var constructor = type.IsRecord ? type.InstanceConstructors.FirstOrDefault(part => part.DeclaredAccessibility == Accessibility.Public && part.Parameters.Length > 0
            && !SymbolEqualityComparer.Default.Equals(part.Parameters[0].Type, type)) : null;
        return constructor?.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name) is { } parameter
            ? own.Concat(Of(parameter.GetAttributes(), () => OfConstructor(parameter, type), reachable)).ToEquatableArray()
            : own;
    }

    /// <summary>The expression that finds a handler's parameter.</summary>
    public static string Parameter(IParameterSymbol parameter)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        return $"typeof({method.ContainingType.BareCode()}).GetMethod({SymbolNames.Literal(method.Name)}, [{Types(method)}])!.GetParameters()[{Position(parameter)}]";
    }

    /// <summary>What messages call it.</summary>
    public static string DisplayName(ISymbol symbol, string name) =>
        symbol.Attribute(Annotations, "DisplayAttribute")?.NamedString("Name") ?? name;

    private static string OfConstructor(IParameterSymbol parameter, INamedTypeSymbol type) =>
        $"typeof({type.BareCode()}).GetConstructor([{Types((IMethodSymbol)parameter.ContainingSymbol)}])!.GetParameters()[{Position(parameter)}]";

    private static string Types(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(static parameter => $"typeof({parameter.Type.BareCode()})"));

    private static string Position(IParameterSymbol parameter) => parameter.Ordinal.ToString(CultureInfo.InvariantCulture);

    private static bool IsRule(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null)
        {
            return false;
        }

        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Is(Annotations, "ValidationAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    // [MaxLength] without a length has a constructor of its own.
    private static bool IsLength(AttributeData attribute) => attribute.ConstructorArguments.Length > 0
        && (attribute.AttributeClass.Is(Annotations, "MinLengthAttribute")
            || attribute.AttributeClass.Is(Annotations, "MaxLengthAttribute")
            || attribute.AttributeClass.Is(Annotations, "LengthAttribute"));

    private static bool IsUntrimmable(AttributeData attribute) =>
        !IsLength(attribute) && attribute.AttributeConstructor?.Attribute("System.Diagnostics.CodeAnalysis", "RequiresUnreferencedCodeAttribute") is not null;
}
