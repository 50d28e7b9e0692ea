using Jero.Generated;

namespace Jero.Streaming.Framing;

internal readonly struct EventFraming<T, TData>(TData data) : IFraming<ServerSentEvent<T>>
    where TData : struct, IEventData<T>
{
    public void Write(BatchBuffer buffer, ServerSentEvent<T> item)
    {
        EventFields.WriteHead(buffer, item.Event, item.Id, item.Retry);
        data.Write(buffer, item.Data);
        EventFields.WriteEnd(buffer);
    }
}
