using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>
/// Prints the attributes of a class or handler as expressions, since the framework reads only those of the delegate it is given:
/// without this, an <c>[Authorize]</c> on the user's class would be lost.
/// </summary>
internal static class AttributeExpressions
{
    public static IEnumerable<string> Of(ISymbol symbol) => symbol.GetAttributes().Where(IsMetadata).Select(Print);

    private static bool IsMetadata(AttributeData attribute) =>
        attribute.AttributeClass is { } type && attribute.AttributeConstructor is not null
        && type.ContainingNamespace?.ToDisplayString() is not (
            "Jero" or "System.Runtime.CompilerServices" or "System.Runtime.InteropServices" or "System.CodeDom.Compiler"
            or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis");

    /// <summary>The expression that creates the attribute.</summary>
    public static string Print(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantExpressions.Of));
        var members = string.Join(", ", attribute.NamedArguments.Select(static argument =>
            $"{SymbolNames.Escaped(argument.Key)} = {ConstantExpressions.Of(argument.Value)}"));
        return $"new {attribute.AttributeClass!.BareCode()}({arguments})" + (members.Length == 0 ? "" : $" {{ {members} }}");
    }
}
