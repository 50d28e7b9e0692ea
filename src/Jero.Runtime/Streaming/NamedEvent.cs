using System.Text;
using Jero.Generated;

namespace Jero.Streaming;

/// <summary>Writes an event that Jero sends itself: a name and empty data. A client dispatches it (WHATWG HTML, section 9.2.6).</summary>
internal static class NamedEvent
{
    public static void Write(BatchBuffer buffer, string name)
    {
        buffer.Write("event: "u8);
        Encoding.UTF8.GetBytes(name, buffer);
        buffer.Write("\ndata:\n\n"u8);
    }
}
