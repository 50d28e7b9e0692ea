using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.Topics;

/// <summary>Writes items by a generated writer or by one that uses metadata.</summary>
/// <param name="writer">Writes an item.</param>
/// <param name="metadata">Returns the metadata to read with, when it is first needed.</param>
internal sealed class TopicItem<T, TWriter>(TWriter writer, Func<JsonTypeInfo<T>> metadata) : TopicItem<T>
    where TWriter : struct, IJsonWriter<T>
{
    private JsonTypeInfo<T>? _metadata;

    public override void Write(BatchBuffer buffer, T item) => writer.Write(buffer, item);

    public override T Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, _metadata ??= metadata())!;
}
