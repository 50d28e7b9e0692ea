using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.Json;

/// <summary>Writes a value by System.Text.Json's metadata, with one pooled <see cref="Utf8JsonWriter"/> a thread.</summary>
internal readonly struct JsonTypeInfoWriter<T>(JsonTypeInfo<T> typeInfo) : IJsonWriter<T>
{
    [ThreadStatic]
    private static Utf8JsonWriter? _pooled;

    public void Write(BatchBuffer buffer, T value)
    {
        var writer = _pooled;
        _pooled = null;
        if (writer is null || writer.Options.Encoder != typeInfo.Options.Encoder)
        {
            writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = typeInfo.Options.Encoder, MaxDepth = typeInfo.Options.MaxDepth });
        }
        else
        {
            writer.Reset(buffer);
        }

        JsonSerializer.Serialize(writer, value, typeInfo);
        writer.Flush();
        _pooled = writer;
    }
}
