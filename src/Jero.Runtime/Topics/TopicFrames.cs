using System.Buffers;
using System.Globalization;
using System.Text;

namespace Jero.Topics;

/// <summary>Writes events in their wire format (WHATWG HTML, section 9.2.5), each into an array of exactly its length.</summary>
internal static class TopicFrames
{
    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>
    /// Returns whether JSON is a single line. It always is, unless a converter has written a line break between its tokens.
    /// </summary>
    public static bool IsOneLine(ReadOnlySpan<byte> json) => !json.ContainsAny(LineBreaks);

    /// <summary>Creates an event whose data is one line of JSON.</summary>
    public static byte[] Event(string? name, string id, ReadOnlySpan<byte> json, out int jsonStart)
    {
        var hasName = name is not (null or "" or "message");
        var length = (hasName ? "event: \n"u8.Length + Encoding.UTF8.GetByteCount(name!) : 0)
            + "id: \ndata: \n\n"u8.Length + id.Length + json.Length;
        var frame = GC.AllocateUninitializedArray<byte>(length);
        var rest = frame.AsSpan();
        if (hasName)
        {
            Put("event: "u8, ref rest);
            rest = rest[Encoding.UTF8.GetBytes(name, rest)..];
            Put("\n"u8, ref rest);
        }

        Put("id: "u8, ref rest);
        rest = rest[Encoding.ASCII.GetBytes(id, rest)..];
        Put("\ndata: "u8, ref rest);
        jsonStart = length - rest.Length;
        Put(json, ref rest);
        Put("\n\n"u8, ref rest);
        return frame;
    }

    /// <summary>
    /// Creates the position alone. A client dispatches no event, and takes the position as its last id (WHATWG HTML, section 9.2.6).
    /// </summary>
    public static byte[] Position(TopicPosition position) => Encoding.ASCII.GetBytes($"id: {position}\n\n");

    /// <summary>Creates the event that says that events are missing.</summary>
    public static byte[] Gap(string name, TopicPosition position, ulong? missed)
    {
        var count = missed?.ToString(CultureInfo.InvariantCulture) ?? "null";
        return Event(name, position.ToString(), Encoding.ASCII.GetBytes($"{{\"missed\":{count}}}"), out _);
    }

    private static void Put(ReadOnlySpan<byte> bytes, ref Span<byte> rest)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }
}
