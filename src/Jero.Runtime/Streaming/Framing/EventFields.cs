using System.Globalization;
using System.Text;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>The fields of an event in their fixed order: event, id, retry, and the blank line at the end.</summary>
internal static class EventFields
{
    public static void WriteHead(BatchBuffer buffer, string? type, string? id, TimeSpan? retry)
    {
        if (!string.IsNullOrEmpty(type))
        {
            Write(buffer, "event: "u8, type);
        }

        if (id is not null)
        {
            Write(buffer, "id: "u8, id);
        }

        if (retry is { } delay)
        {
            buffer.Write("retry: "u8);
            ((long)delay.TotalMilliseconds).TryFormat(buffer.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
            buffer.Advance(written);
            buffer.Write("\n"u8);
        }
    }

    public static void WriteEnd(BatchBuffer buffer) => buffer.Write("\n"u8);

    /// <summary>One line; the value holds no line end.</summary>
    public static void Write(BatchBuffer buffer, ReadOnlySpan<byte> nameAndColon, ReadOnlySpan<char> value)
    {
        buffer.Write(nameAndColon);
        var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(value, span));
        buffer.Write("\n"u8);
    }
}
