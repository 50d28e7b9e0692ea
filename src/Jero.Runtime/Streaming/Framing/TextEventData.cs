using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>
/// Writes a data line for each part between CRLF, CR and LF, the line ends of the event-stream grammar (WHATWG HTML, section 9.2.5). After
/// a split at anything else, such as U+2028, a client would not get the text back as it was.
/// </summary>
internal readonly struct TextEventData : IEventData<string>
{
    public void Write(BatchBuffer buffer, string data)
    {
        var rest = data.AsSpan();
        while (true)
        {
            var end = rest.IndexOfAny('\r', '\n');
            EventFields.Write(buffer, "data: "u8, end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                return;
            }

            var isPair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
            rest = rest[(end + (isPair ? 2 : 1))..];
        }
    }
}
