using System.Net.ServerSentEvents;
using Jero.Generated;

namespace Jero.Streaming.Framing;

internal readonly struct SseItemFraming<T, TData>(TData data) : IFraming<SseItem<T>>
    where TData : struct, IEventData<T>
{
    public void Write(BatchBuffer buffer, SseItem<T> item)
    {
        // .NET only rejects line breaks. A client ignores an id with NUL (WHATWG HTML, section 9.2.6) and would resume at the wrong event.
        if (item.EventId.AsSpan().Contains('\0'))
        {
            throw new ArgumentException("The EventId of a server-sent event must not contain a NUL.", nameof(item));
        }

        // The property cannot tell an unset type from "message". To a client they are the same, so the field is left out.
        var type = item.EventType == SseParser.EventTypeDefault ? null : item.EventType;
        EventFields.WriteHead(buffer, type, item.EventId, item.ReconnectionInterval);
        data.Write(buffer, item.Data);
        EventFields.WriteEnd(buffer);
    }
}
