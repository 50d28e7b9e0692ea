using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Jero.Generated;

namespace Jero.Json.Writing;

/// <summary>
/// Writes text as a JSON string. Exactly what System.Text.Json's relaxed encoder escapes is escaped, and as it escapes it: lone
/// surrogates become <c>\uFFFD</c>, and every supplementary character, emoji included, a pair of escapes.
/// </summary>
internal static class JsonStrings
{
    /// <summary>The longest that one UTF-16 code unit becomes: <c>\u0000</c>.</summary>
    private const int MaxBytesPerUnit = 6;

    /// <summary>How many code units are escaped between two looks at the buffer's capacity.</summary>
    private const int ChunkLength = 512;

    /// <summary>Appends <paramref name="text"/> between quotation marks.</summary>
    public static void WriteQuoted(BatchBuffer buffer, ReadOnlySpan<char> text)
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
    /// Writes <paramref name="text"/> between quotation marks, or <c>null</c>, where it fits and needs no escaping.
    /// </summary>
    /// <returns>
    /// How many bytes; in the other case nothing is written but a prefix of as many bytes as the result is below zero, with which
    /// <see cref="WriteRest(BatchBuffer, Span{byte}, string?, int)"/> goes on.
    /// </returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int WriteVerbatim(Span<byte> target, string? text)
    {
        if (text is null)
        {
            return "null"u8.TryCopyTo(target) ? "null"u8.Length : 0;
        }

        var length = text.Length + 2;
        if (target.Length < length)
        {
            return 0;
        }

        ref var first = ref MemoryMarshal.GetReference(target);
        first = (byte)'"';
        Unsafe.Add(ref first, length - 1) = (byte)'"';
        var copied = VerbatimAscii.CopyPrefix(text, MemoryMarshal.CreateSpan(ref Unsafe.Add(ref first, 1), text.Length));
        return copied == text.Length ? length : -1 - copied;
    }

    /// <summary>Goes on after <see cref="WriteVerbatim"/>, in a buffer that has lent <paramref name="rest"/>; what it lends then.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Span<byte> WriteRest(BatchBuffer buffer, Span<byte> rest, string? text, int written)
    {
        buffer.TakeBack(rest[written..]);
        if (written == 0)
        {
            JsonFormat.Write(buffer, text);
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
            // One unit more than the chunk: a surrogate pair may straddle its end.
            var chunk = Math.Min(text.Length, ChunkLength);
            var target = buffer.Reserve((chunk + 1) * MaxBytesPerUnit);
            var (read, written) = Encode(text, chunk, target);
            buffer.Count(written);
            text = text[read..];
        }

        buffer.WriteByte((byte)'"');
    }

    private static (int Read, int Written) Encode(ReadOnlySpan<char> text, int end, Span<byte> target)
    {
        var read = 0;
        var written = 0;
        while (read < end)
        {
            var unit = text[read];
            if (!Escape.IsNeeded(unit))
            {
                if (unit < 0x80)
                {
                    var copied = VerbatimAscii.CopyRun(text[read..end], target[written..]);
                    read += copied;
                    written += copied;
                }
                else
                {
                    var (from, to) = Transcode(text[read..end], target[written..]);
                    read += from;
                    written += to;
                }
            }
            else if (unit < 0x80)
            {
                written += Escape.Ascii(unit, target[written..]);
                read++;
            }
            else if (char.IsHighSurrogate(unit) && read + 1 < text.Length && char.IsLowSurrogate(text[read + 1]))
            {
                written += Escape.Unit(unit, target[written..]);
                written += Escape.Unit(text[read + 1], target[written..]);
                read += 2;
            }
            else
            {
                written += Escape.Unit(char.IsSurrogate(unit) ? '\uFFFD' : unit, target[written..]);
                read++;
            }
        }

        return (read, written);
    }

    /// <summary>Transcodes a run that begins beyond ASCII, up to a character that is to be escaped.</summary>
    private static (int Read, int Written) Transcode(ReadOnlySpan<char> text, Span<byte> target)
    {
        var length = 1;
        while (length < text.Length && !Escape.IsNeeded(text[length]))
        {
            length++;
        }

        return (length, Encoding.UTF8.GetBytes(text[..length], target));
    }
}
