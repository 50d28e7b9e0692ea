using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Writing;

/// <summary>How deeply objects and arrays may nest: as deeply as under System.Text.Json's default.</summary>
internal static class DepthLimit
{
    public const int MaxDepth = 64;

    /// <summary>Fails as System.Text.Json does, in its own words: has it write a value at a depth it refuses.</summary>
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
