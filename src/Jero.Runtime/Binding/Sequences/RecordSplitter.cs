using System.Buffers;

namespace Jero.Binding.Sequences;

/// <summary>
/// Splits a JSON text sequence: a record separator, the JSON and a line feed for each item. Several separators in a row hold no item, and
/// the line feed may be missing if the JSON shows its own end (RFC 7464, sections 2.1 and 2.4).
/// </summary>
internal sealed class RecordSplitter : ItemSplitter
{
    private const byte Separator = 0x1E;
    private const byte LineFeed = (byte)'\n';

    private readonly ValueScanner _scanner = new();

    // The number of bytes after the separator that were already searched.
    private long _searched;

    public override bool TryTake(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> item)
    {
        while (TryTakeRecord(ref unread, isLast, out item))
        {
            if (!IsBlank(item))
            {
                item = IsWhole(item) ? WithoutBlankLines(item) : throw new MalformedSequenceException("The item is cut off: it ends without a line feed.");
                return true;
            }
        }

        return false;
    }

    private bool TryTakeRecord(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> record)
    {
        record = default;
        if (_searched == 0)
        {
            SkipWhiteSpace(ref unread);
            if (!unread.IsEmpty && unread.FirstSpan[0] != Separator)
            {
                throw new MalformedSequenceException("An item must begin with a record separator, 0x1E.");
            }
        }

        if (unread.IsEmpty)
        {
            return false;
        }

        var text = unread.Slice(1);
        if (text.Slice(_searched).PositionOf(Separator) is { } next)
        {
            return Take(text.Slice(0, next), ref unread, out record);
        }

        _searched = text.Length;
        if (isLast)
        {
            return Take(text, ref unread, out record);
        }

        // The next separator comes with the next item, which may take long. A line feed after the value already ends the item.
        return !text.IsEmpty && text.Slice(text.Length - 1).FirstSpan[0] == LineFeed
            && _scanner.TryFind(text, out _)
            && Take(text, ref unread, out record);
    }

    private bool Take(ReadOnlySequence<byte> text, ref ReadOnlySequence<byte> unread, out ReadOnlySequence<byte> record)
    {
        _searched = 0;
        _scanner.Reset();
        record = text;
        unread = unread.Slice(text.End);
        return true;
    }

    // Blank lines after an item do not count towards its bytes.
    private ReadOnlySequence<byte> WithoutBlankLines(ReadOnlySequence<byte> text)
    {
        if (text.Length < 2 || !IsBlank(text.Slice(text.Length - 2)) || !_scanner.TryFind(text, out var length))
        {
            _scanner.Reset();
            return text;
        }

        return IsBlank(text.Slice(length)) ? text.Slice(0, length) : text;
    }

    // A number, true, false or null may look complete although it is cut off. https://www.rfc-editor.org/rfc/rfc7464.html#section-2.4
    private static bool IsWhole(ReadOnlySequence<byte> text)
    {
        if (text.Slice(text.Length - 1).FirstSpan[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or LineFeed)
        {
            return true;
        }

        SkipWhiteSpace(ref text);
        return text.FirstSpan[0] is (byte)'{' or (byte)'[' or (byte)'"';
    }
}
