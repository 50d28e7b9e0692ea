using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What System.Text.Json takes for an object whose members are entries.</summary>
internal static class DictionaryTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>How the type is a dictionary, and of what; null where it is none.</summary>
    public static (DictionaryKind Kind, ITypeSymbol Key, ITypeSymbol Value, string? Creator)? Find(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        var (kind, found) = Implementation(named, "Dictionary`2") is { } dictionary ? (DictionaryKind.Dictionary, dictionary)
            : Implementation(named, "IDictionary`2") is { } mutable ? (DictionaryKind.IDictionary, mutable)
            : (DictionaryKind.IReadOnlyDictionary, Implementation(named, "IReadOnlyDictionary`2"));
        if (found is null)
        {
            return null;
        }

        var (key, value) = (found.TypeArguments[0], found.TypeArguments[1]);
        return ImmutableFactory(named) is { } factory
            ? (DictionaryKind.ImmutableDictionary, key, value, $"global::{Immutable}.{factory}.CreateRange<{key.Code()}, {value.Code()}>")
            : (kind, key, value, CollectionTypes.CreatorOf(named));
    }

    /// <summary>Whether System.Text.Json can make one of JSON: it adds to an empty one, or takes a <c>Dictionary</c> for an interface.</summary>
    public static bool IsReadable(ITypeSymbol type, DictionaryKind kind, ITypeSymbol key, ITypeSymbol value, string? creator, Compilation compilation) => kind switch
    {
        DictionaryKind.ImmutableDictionary => true,
        DictionaryKind.Dictionary or DictionaryKind.IDictionary when creator is not null => true,
        _ => CollectionTypes.Takes(type, compilation, $"{Generic}.Dictionary`2", key, value),
    };

    private static INamedTypeSymbol? Implementation(INamedTypeSymbol type, string metadataName) =>
        CollectionTypes.ImplementationOf(type, Generic, metadataName);

    private static string? ImmutableFactory(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() != Immutable ? null : type.MetadataName switch
    {
        "ImmutableDictionary`2" or "IImmutableDictionary`2" => "ImmutableDictionary",
        "ImmutableSortedDictionary`2" => "ImmutableSortedDictionary",
        _ => null,
    };
}
