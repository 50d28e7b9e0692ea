using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Writes text as <see cref="TextEventData"/> does, or else JSON. Text needs items that are strings.</summary>
internal readonly struct TextOrJsonEventData<T, TWriter>(bool isText, TWriter writer) : IEventData<T>
    where TWriter : struct, IJsonWriter<T>
{
    public void Write(BatchBuffer buffer, T data)
    {
        if (isText)
        {
            default(TextEventData).Write(buffer, (string)(object)data!);
        }
        else
        {
            new JsonEventData<T, TWriter>(writer).Write(buffer, data);
        }
    }
}
