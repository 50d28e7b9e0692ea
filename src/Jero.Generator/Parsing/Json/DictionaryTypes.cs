using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds the types that System.Text.Json writes as an object with one member for each entry.</summary>
internal static class DictionaryTypes
{
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>Returns what kind of dictionary the type is, and of what; null if it is not a dictionary.</summary>
    public static (DictionaryKind Kind, ITypeSymbol Key, ITypeSymbol Value, CollectionCreator? Creator)? Find(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        var (kind, found) = Implementation(named, KnownTypes.Dictionary) is { } dictionary ? (DictionaryKind.Dictionary, dictionary)
            : Implementation(named, KnownTypes.IDictionary) is { } mutable ? (DictionaryKind.IDictionary, mutable)
            : (DictionaryKind.IReadOnlyDictionary, Implementation(named, KnownTypes.IReadOnlyDictionary));
        if (found is null)
        {
            return null;
        }

        var (key, value) = (found.TypeArguments[0], found.TypeArguments[1]);
        return ImmutableFactory(named) is { } factory
            ? (DictionaryKind.ImmutableDictionary, key, value, new CollectionCreator(Type: null, [], factory, new[] { key.ToName(), value.ToName() }.ToEquatableArray()))
            : (kind, key, value, CollectionTypes.CreatorOf(named));
    }

    /// <summary>Whether System.Text.Json can make one of JSON: it adds to an empty one, or takes a <c>Dictionary</c> for an interface.</summary>
    public static bool IsReadable(ITypeSymbol type, DictionaryKind kind, ITypeSymbol key, ITypeSymbol value, CollectionCreator? creator, KnownSymbols symbols) => kind switch
    {
        DictionaryKind.ImmutableDictionary => true,
        DictionaryKind.Dictionary or DictionaryKind.IDictionary when creator is not null => true,
        _ => CollectionTypes.Takes(type, symbols, KnownTypes.Dictionary, key, value),
    };

    private static INamedTypeSymbol? Implementation(INamedTypeSymbol type, KnownType known) => CollectionTypes.ImplementationOf(type, known);

    private static string? ImmutableFactory(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() != Immutable ? null : type.MetadataName switch
    {
        "ImmutableDictionary`2" or "IImmutableDictionary`2" => "ImmutableDictionary",
        "ImmutableSortedDictionary`2" => "ImmutableSortedDictionary",
        _ => null,
    };
}
