using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>
/// Finds a type that grows in itself: <c>class Node&lt;T&gt; { Node&lt;Node&lt;T&gt;&gt;? Next; }</c> reaches types without end. Some definition
/// then stands inside of itself ever deeper, and nothing that a user means does so this deep.
/// </summary>
internal static class TypeGrowth
{
    private const int Limit = 8;

    public static bool IsFound(ITypeSymbol type) => type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } && IsFound(type, []);

    private static bool IsFound(ITypeSymbol type, List<string> around)
    {
        if (type is IArrayTypeSymbol array)
        {
            return IsInside("[]", around, [array.ElementType]);
        }

        for (var part = type as INamedTypeSymbol; part is not null; part = part.ContainingType)
        {
            if (part.Arity > 0 && IsInside(part.OriginalDefinition.BareCode(), around, part.TypeArguments))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInside(string name, List<string> around, IReadOnlyList<ITypeSymbol> parts)
    {
        around.Add(name);
        var isFound = around.Count(other => other == name) > Limit || parts.Any(part => IsFound(part, around));
        around.RemoveAt(around.Count - 1);
        return isFound;
    }
}
