using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>The order in which System.Text.Json takes the members of an interface and of those that it inherits.</summary>
internal static class InterfaceOrder
{
    /// <summary>
    /// Returns each interface before those that it inherits. System.Text.Json fills the order from its end: the first interface that waits
    /// for no other becomes the last.
    /// </summary>
    public static IReadOnlyList<INamedTypeSymbol> Of(INamedTypeSymbol type)
    {
        var found = new List<INamedTypeSymbol> { type };
        var parents = new List<HashSet<int>>();
        for (var i = 0; i < found.Count; i++)
        {
            parents.Add([]);
            foreach (var parent in Inherited(found[i]))
            {
                var index = found.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, parent));
                if (index < 0)
                {
                    index = found.Count;
                    found.Add(parent);
                }

                parents[i].Add(index);
            }
        }

        var ready = new Queue<int>(Enumerable.Range(0, found.Count).Where(i => parents[i].Count == 0));
        var order = new List<INamedTypeSymbol>();
        while (ready.Count > 0)
        {
            var next = ready.Dequeue();
            order.Insert(0, found[next]);
            for (var i = 0; i < parents.Count; i++)
            {
                if (parents[i].Remove(next) && parents[i].Count == 0)
                {
                    ready.Enqueue(i);
                }
            }
        }

        return order;
    }

    // In the order of Type.GetInterfaces: by declaration, each followed by those that it inherits.
    private static List<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        var seen = new List<INamedTypeSymbol>();
        Visit(type);
        return seen;

        void Visit(INamedTypeSymbol part)
        {
            foreach (var parent in part.Interfaces.Where(parent => !seen.Contains(parent, SymbolEqualityComparer.Default)))
            {
                seen.Add(parent);
                Visit(parent);
            }
        }
    }
}
