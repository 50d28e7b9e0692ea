using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.Topics;

/// <summary>By a writer of the generator's, or one that goes by metadata.</summary>
/// <param name="writer">Writes an item.</param>
/// <param name="metadata">Gives the metadata to read by, when it is first needed.</param>
internal sealed class TopicItem<T, TWriter>(TWriter writer, Func<JsonTypeInfo<T>> metadata) : TopicItem<T>
    where TWriter : struct, IJsonWriter<T>
{
    private JsonTypeInfo<T>? _metadata;

    public override void Write(BatchBuffer buffer, T item) => writer.Write(buffer, item);

    public override T Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, _metadata ??= metadata())!;
}
