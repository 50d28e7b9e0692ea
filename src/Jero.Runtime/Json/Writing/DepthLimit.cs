using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Writing;

/// <summary>Limits how deeply objects and arrays may nest, to the default of System.Text.Json.</summary>
internal static class DepthLimit
{
    public const int MaxDepth = 64;

    /// <summary>Throws the same exception as System.Text.Json, by letting it write a value that is too deep.</summary>
    [DoesNotReturn]
    public static void Throw()
    {
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>(), JsonDefaults.WriterOptions);
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            writer.WriteStartArray();
        }

        var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() };
        JsonSerializer.Serialize(writer, 0, JsonMetadataServices.CreateValueInfo<int>(options, JsonMetadataServices.Int32Converter));
        throw new UnreachableException();
    }
}
