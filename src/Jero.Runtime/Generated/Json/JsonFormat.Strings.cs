using System.Runtime.CompilerServices;
using Jero.Json.Writing;

namespace Jero.Generated;

public static partial class JsonFormat
{
    /// <summary>The number of code units that are escaped between two checks of the buffer's capacity.</summary>
    private const int ChunkLength = 512;

    /// <summary>Appends <paramref name="text"/> between quotation marks.</summary>
    internal static void WriteString(BatchBuffer buffer, ReadOnlySpan<char> text)
    {
        var target = buffer.Reserve(text.Length + 2);
        target[0] = (byte)'"';
        var copied = VerbatimAscii.CopyPrefix(text, target[1..]);
        if (copied == text.Length)
        {
            target[^1] = (byte)'"';
            buffer.Count(target.Length);
            return;
        }

        buffer.Count(copied + 1);
        WriteRest(buffer, text[copied..]);
    }

    /// <summary>
    /// Continues after <see cref="JsonStrings.WriteVerbatim"/>, in a buffer that has lent <paramref name="rest"/>. Returns what the buffer
    /// lends then.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Span<byte> WriteRest(BatchBuffer buffer, Span<byte> rest, string? text, int written)
    {
        buffer.TakeBack(rest[written..]);
        if (written == 0)
        {
            Write(buffer, text);
        }
        else
        {
            WriteRest(buffer, text.AsSpan(written - 1));
        }

        return buffer.Lend();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRest(BatchBuffer buffer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // One unit more than the chunk, because a surrogate pair may straddle its end.
            var chunk = Math.Min(text.Length, ChunkLength);
            var target = buffer.Reserve((chunk + 1) * JsonStrings.MaxBytesPerUnit);
            var (read, written) = JsonStrings.Encode(text, chunk, target);
            buffer.Count(written);
            text = text[read..];
        }

        buffer.WriteByte((byte)'"');
    }
}
