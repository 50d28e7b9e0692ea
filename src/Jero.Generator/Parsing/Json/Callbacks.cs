using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>
/// Finds callbacks that a type has before and after it is written or read. They may change any member, and System.Text.Json calls them
/// through the metadata.
/// </summary>
internal static class Callbacks
{
    public static bool HasForWriting(ITypeSymbol type) => type.AllInterfaces.Any(static part =>
        part.Is(KnownTypes.IJsonOnSerializing) || part.Is(KnownTypes.IJsonOnSerialized));

    public static bool HasForReading(ITypeSymbol type) => type.AllInterfaces.Any(static part =>
        part.Is(KnownTypes.IJsonOnDeserializing) || part.Is(KnownTypes.IJsonOnDeserialized));
}
