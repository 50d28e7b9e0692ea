using System.Globalization;
using System.Text;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Writes the fields of an event in their fixed order: event, id, retry, and the blank line at the end.</summary>
internal static class EventFields
{
    private const int MostAtOnce = 8 * 1024;

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

    /// <summary>Writes one line. The value must not contain a line break.</summary>
    public static void Write(BatchBuffer buffer, ReadOnlySpan<byte> nameAndColon, ReadOnlySpan<char> value)
    {
        buffer.Write(nameAndColon);

        // Room for the longest form of a whole text would be three times its length.
        while (value.Length > MostAtOnce)
        {
            var length = char.IsHighSurrogate(value[MostAtOnce - 1]) ? MostAtOnce - 1 : MostAtOnce;
            WriteText(buffer, value[..length]);
            value = value[length..];
        }

        WriteText(buffer, value);
        buffer.Write("\n"u8);
    }

    private static void WriteText(BatchBuffer buffer, ReadOnlySpan<char> text)
    {
        var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
