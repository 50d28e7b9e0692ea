using Jero.Generated;

namespace Jero.Streaming.Framing;

internal readonly struct EventFraming<T, TData>(TData data) : IFraming<ServerSentEvent<T>>
    where TData : struct, IEventData<T>
{
    public void Write(BatchBuffer buffer, ServerSentEvent<T> item)
    {
        if (item.CommentText is { } comment)
        {
            EventFields.Write(buffer, ": "u8, comment);
            EventFields.WriteEnd(buffer);
            return;
        }

        EventFields.WriteHead(buffer, item.Event, item.Id, item.Retry);
        if (item.IsEmpty)
        {
            buffer.Write("data:\n"u8);
        }
        else
        {
            data.Write(buffer, item.Data);
        }

        EventFields.WriteEnd(buffer);
    }
}
