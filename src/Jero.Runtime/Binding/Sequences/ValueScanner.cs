using System.Buffers;

namespace Jero.Binding.Sequences;

/// <summary>
/// Finds the end of one JSON value by its brackets and quotation marks, in bytes that come bit by bit. It looks at each byte once, however
/// few come at a time. The reader decides whether the value is valid JSON. Not thread-safe.
/// </summary>
internal sealed class ValueScanner
{
    private Place _place;
    private int _depth;
    private long _scanned;

    private enum Place
    {
        BeforeValue,
        InBrackets,
        InText,
        InEscape,
        InWord,
    }

    /// <summary>Forgets the value. The next call begins another one.</summary>
    public void Reset() => (_place, _depth, _scanned) = (Place.BeforeValue, 0, 0);

    /// <summary>Returns whether the value at the beginning of the bytes is complete.</summary>
    /// <param name="bytes">The bytes of the previous call and more.</param>
    /// <param name="length">The length of the value and of the white space before it, in bytes.</param>
    public bool TryFind(ReadOnlySequence<byte> bytes, out long length)
    {
        foreach (var segment in bytes.Slice(_scanned))
        {
            if (FindEnd(segment.Span) is >= 0 and var end)
            {
                length = _scanned + end;
                Reset();
                return true;
            }

            _scanned += segment.Length;
        }

        length = 0;
        return false;
    }

    private int FindEnd(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_place == Place.InText)
            {
                var text = bytes[i..].IndexOfAny((byte)'"', (byte)'\\');
                if (text < 0)
                {
                    return -1;
                }

                i += text;
            }

            var next = bytes[i];
            if (_place == Place.InWord && IsBehindWord(next))
            {
                return i;
            }

            _place = Behind(next);
            if (_place == Place.BeforeValue && !IsWhiteSpace(next))
            {
                return i + 1;
            }
        }

        return -1;
    }

    // When the depth is back to zero, the value has ended. A bracket or comma that cannot begin a value ends at once, and the reader
    // rejects it.
    private Place Behind(byte next) => (_place, next) switch
    {
        (Place.InEscape, _) => Place.InText,
        (Place.InText, (byte)'\\') => Place.InEscape,
        (Place.InText, _) => Outside(_depth),
        (Place.InWord, _) => Place.InWord,
        (_, (byte)'"') => Place.InText,
        (_, (byte)'{' or (byte)'[') => Outside(++_depth),
        (Place.InBrackets, (byte)'}' or (byte)']') => Outside(--_depth),
        (Place.InBrackets, _) => Place.InBrackets,
        _ => IsBehindWord(next) ? Place.BeforeValue : Place.InWord,
    };

    private static Place Outside(int depth) => depth == 0 ? Place.BeforeValue : Place.InBrackets;

    private static bool IsBehindWord(byte next) => next is (byte)',' or (byte)']' or (byte)'}' || IsWhiteSpace(next);

    private static bool IsWhiteSpace(byte next) => next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
