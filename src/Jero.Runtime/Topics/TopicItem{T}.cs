using System.Text.Json;
using Jero.Generated;

namespace Jero.Topics;

/// <summary>Writes items of a topic as JSON and reads them.</summary>
internal abstract class TopicItem<T>
{
    public abstract void Write(BatchBuffer buffer, T item);

    /// <exception cref="JsonException">The JSON is not such an item, for instance because it has an older schema.</exception>
    public abstract T Read(ReadOnlySpan<byte> json);
}
