using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Jero.Json.Writing;

/// <summary>
/// Writes text as a JSON string. It escapes exactly what System.Text.Json's relaxed encoder escapes, and in the same way: lone surrogates
/// become <c>\uFFFD</c>, and every supplementary character, including emoji, becomes a pair of escapes.
/// </summary>
internal static class JsonStrings
{
    /// <summary>The most bytes that one UTF-16 code unit can become: <c>\u0000</c>.</summary>
    public const int MaxBytesPerUnit = 6;

    /// <summary>Writes <paramref name="text"/> between quotation marks, or <c>null</c>, if it fits and needs no escaping.</summary>
    /// <returns>
    /// The number of bytes. If the text does not fit or needs escaping, the result is negative: its absolute value is the number of bytes
    /// that were written as a prefix, from which the writer continues.
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

    /// <summary>
    /// Writes text that may need escapes, up to <paramref name="end"/>, or one code unit more if a surrogate pair straddles it.
    /// </summary>
    /// <param name="text">The rest of the text.</param>
    /// <param name="end">Where to stop.</param>
    /// <param name="target">
    /// Room for <see cref="MaxBytesPerUnit"/> bytes for each code unit up to the one after <paramref name="end"/>.
    /// </param>
    public static (int Read, int Written) Encode(ReadOnlySpan<char> text, int end, Span<byte> target)
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

    /// <summary>Transcodes a run that begins with a character beyond ASCII, up to a character that must be escaped.</summary>
    private static (int Read, int Written) Transcode(ReadOnlySpan<char> text, Span<byte> target)
    {
        // Most runs are a letter or a word between ASCII text. They cost less than a call of .NET's transcoder.
        const int Short = 16;

        var read = 0;
        var written = 0;
        do
        {
            written += Utf8Transcoder.WriteUnit(text[read++], target[written..]);
        }
        while (read < text.Length && read < Short && !Escape.IsNeeded(text[read]));

        if (read < Short || read == text.Length)
        {
            return (read, written);
        }

        var length = UnescapedRuns.Length(text[read..]);
        return (read + length, written + Utf8Transcoder.Transcode(text.Slice(read, length), target[written..]));
    }
}
