using System.Text.Json;
using Jero.Generated;

namespace Jero.Topics;

/// <summary>How items of a topic become JSON, and JSON items.</summary>
internal abstract class TopicItem<T>
{
    public abstract void Write(BatchBuffer buffer, T item);

    /// <exception cref="JsonException">It is no such item: of an older schema, for instance.</exception>
    public abstract T Read(ReadOnlySpan<byte> json);
}
