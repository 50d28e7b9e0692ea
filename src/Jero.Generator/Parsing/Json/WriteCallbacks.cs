using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What a type has called before and after it is written. It may change any member; System.Text.Json calls it by the metadata.</summary>
internal static class WriteCallbacks
{
    public static bool Has(ITypeSymbol type) => type.AllInterfaces.Any(static part =>
        part.Is("System.Text.Json.Serialization", "IJsonOnSerializing") || part.Is("System.Text.Json.Serialization", "IJsonOnSerialized"));
}
