using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>The symbols of known types in one compilation, each looked up when it is first needed.</summary>
internal sealed class KnownSymbols(Compilation compilation)
{
    private readonly Dictionary<KnownType, INamedTypeSymbol?> _found = [];

    public Compilation Compilation { get; } = compilation;

    /// <summary>The type; null if the compilation has none of that name, or more.</summary>
    public INamedTypeSymbol? Find(KnownType known)
    {
        if (!_found.TryGetValue(known, out var symbol))
        {
            symbol = Compilation.GetTypeByMetadataName(known.FullName);
            _found.Add(known, symbol);
        }

        return symbol;
    }
}
