using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>
/// Prints the attributes of a class or handler as expressions, since the framework reads only those of the delegate it is given:
/// without this, an <c>[Authorize]</c> on the user's class would be lost.
/// </summary>
internal static class AttributeExpressions
{
    /// <summary>Those of a base class or overridden method first, as far as they are inherited, so that the nearest wins.</summary>
    public static IEnumerable<string> Of(ISymbol symbol)
    {
        var found = new List<AttributeData>();
        for (var part = symbol; part is not null; part = BaseOf(part))
        {
            var own = part.GetAttributes().Where(IsMetadata).Where(attribute => ReferenceEquals(part, symbol) || IsInherited(attribute, found));
            found.InsertRange(0, own.ToList());
        }

        return found.Select(Print);
    }

    private static ISymbol? BaseOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.BaseType,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };

    // As Attribute.GetCustomAttributes: inherited unless its usage says no, and once unless its usage allows more.
    private static bool IsInherited(AttributeData attribute, List<AttributeData> found)
    {
        var (isInherited, isRepeated) = UsageOf(attribute.AttributeClass);
        return isInherited
            && (isRepeated || !found.Any(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute.AttributeClass)));
    }

    private static (bool IsInherited, bool IsRepeated) UsageOf(INamedTypeSymbol? attribute)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
        {
            if (attribute.Attribute("System", "AttributeUsageAttribute") is { } usage)
            {
                return (usage.NamedBool("Inherited") ?? true, usage.NamedBool("AllowMultiple") ?? false);
            }
        }

        return (true, false);
    }

    private static bool IsMetadata(AttributeData attribute) =>
        attribute.AttributeClass is { } type && attribute.AttributeConstructor is not null
        && type.ContainingNamespace?.ToDisplayString() is not (
            "Jero" or "System.Runtime.CompilerServices" or "System.Runtime.InteropServices" or "System.CodeDom.Compiler"
            or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis");

    /// <summary>The attributes of a parameter as they are applied: <c>[global::Shop.Checked(Limit = 3)]</c>, each followed by a space.</summary>
    public static string Applied(IParameterSymbol parameter) => string.Concat(parameter.GetAttributes().Where(IsMetadata).Select(static attribute =>
    {
        var arguments = attribute.ConstructorArguments.Select(ConstantExpressions.Of)
            .Concat(attribute.NamedArguments.Select(static argument => $"{SymbolNames.Escaped(argument.Key)} = {ConstantExpressions.Of(argument.Value)}"));
        var list = string.Join(", ", arguments);
        return $"[{attribute.AttributeClass!.BareCode()}{(list.Length == 0 ? "" : $"({list})")}] ";
    }));

    /// <summary>The expression that creates the attribute.</summary>
    public static string Print(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantExpressions.Of));
        var members = string.Join(", ", attribute.NamedArguments.Select(static argument =>
            $"{SymbolNames.Escaped(argument.Key)} = {ConstantExpressions.Of(argument.Value)}"));
        return $"new {attribute.AttributeClass!.BareCode()}({arguments})" + (members.Length == 0 ? "" : $" {{ {members} }}");
    }
}
