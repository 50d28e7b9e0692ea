using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Writes the <c>data</c> lines of one event, each with its line feed.</summary>
internal interface IEventData<T>
{
    void Write(BatchBuffer buffer, T data);
}
