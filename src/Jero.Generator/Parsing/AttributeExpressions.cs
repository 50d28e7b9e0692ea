using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>
/// Prints the attributes of a class as expressions, since the framework reads only those of the method it is given: without this, an
/// <c>[Authorize]</c> on the user's class would be lost.
/// </summary>
internal static class AttributeExpressions
{
    /// <summary>Those of a base class first, as far as they are inherited, so that the nearest wins.</summary>
    public static IEnumerable<string> Of(INamedTypeSymbol type, ParseContext context)
    {
        var found = new List<AttributeData>();
        for (var part = type; part is not null; part = part.BaseType)
        {
            var own = part.GetAttributes().Where(IsMetadata).Where(attribute => ReferenceEquals(part, type) || IsInherited(attribute, found));
            found.InsertRange(0, own.ToList());
        }

        return found.Where(attribute => CanPrint(attribute, type, context)).Select(Print);
    }

    // What a base class of a package has for itself is no business of the user's, who could not change it either.
    private static bool CanPrint(AttributeData attribute, INamedTypeSymbol type, ParseContext context)
    {
        if (context.Reachable.CanUse(attribute, isInClass: true))
        {
            return true;
        }

        if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax)
        {
            context.Fail(DiagnosticDescriptors.UnreachableAttribute, syntax.GetLocation(), attribute.AttributeClass!.Message(), type.Message());
        }

        return false;
    }

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
        && attribute.ConstructorArguments.All(static argument => argument.Kind != TypedConstantKind.Error)
        && type.ContainingNamespace?.ToDisplayString() is not (
            "Jero" or "System.Runtime.CompilerServices" or "System.Runtime.InteropServices" or "System.CodeDom.Compiler"
            or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis");

    /// <summary>The expression that creates the attribute.</summary>
    public static string Print(AttributeData attribute) => Print(attribute, attribute.AttributeClass!.BareCode());

    /// <summary>The expression that creates an attribute of another type by the same arguments.</summary>
    public static string Print(AttributeData attribute, string type)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantExpressions.Of));
        var members = string.Join(", ", attribute.NamedArguments.Select(static argument =>
            $"{SymbolNames.Escaped(argument.Key)} = {ConstantExpressions.Of(argument.Value)}"));
        return $"new {type}({arguments})" + (members.Length == 0 ? "" : $" {{ {members} }}");
    }
}
