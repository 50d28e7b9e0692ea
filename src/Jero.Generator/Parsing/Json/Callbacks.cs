using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What a type has called before and after it is written or read. It may change any member; System.Text.Json calls it by the metadata.</summary>
internal static class Callbacks
{
    public static bool HasForWriting(ITypeSymbol type) => type.AllInterfaces.Any(static part =>
        part.Is(KnownTypes.IJsonOnSerializing) || part.Is(KnownTypes.IJsonOnSerialized));

    public static bool HasForReading(ITypeSymbol type) => type.AllInterfaces.Any(static part =>
        part.Is(KnownTypes.IJsonOnDeserializing) || part.Is(KnownTypes.IJsonOnDeserialized));
}
