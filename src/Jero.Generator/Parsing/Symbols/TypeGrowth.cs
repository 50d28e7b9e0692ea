using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>
/// Finds a type that expands without end: <c>class Node&lt;T&gt; { Node&lt;Node&lt;T&gt;&gt;? Next; }</c> reaches ever more types. Either a
/// definition is nested in itself deeper than System.Text.Json would write, or the type has more parts than anybody intends.
/// </summary>
internal sealed class TypeGrowth
{
    // JsonSerializerOptions.MaxDepth by default.
    private const int Deepest = 64;

    // A type that doubles becomes long before it becomes deep.
    private const int Longest = 512;

    private readonly List<string> _around = [];
    private int _length;

    public static bool IsFound(ITypeSymbol type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } && new TypeGrowth().Visit(type);

    private bool Visit(ITypeSymbol type)
    {
        if (++_length > Longest)
        {
            return true;
        }

        if (type is IArrayTypeSymbol array)
        {
            return VisitParts("[]", [array.ElementType]);
        }

        for (var part = type as INamedTypeSymbol; part is not null; part = part.ContainingType)
        {
            if (part.Arity > 0 && VisitParts(part.OriginalDefinition.MetadataName, part.TypeArguments))
            {
                return true;
            }
        }

        return false;
    }

    private bool VisitParts(string definition, IReadOnlyList<ITypeSymbol> parts)
    {
        _around.Add(definition);
        var isFound = _around.Count(other => other == definition) > Deepest || parts.Any(Visit);
        _around.RemoveAt(_around.Count - 1);
        return isFound;
    }
}
