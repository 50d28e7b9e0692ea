using System.Buffers;

namespace Jero.Binding.Sequences;

/// <summary>Splits a body into one item for each line. Blank lines are skipped, and the last line may end without LF.</summary>
/// <remarks>https://github.com/ndjson/ndjson-spec</remarks>
internal sealed class LineSplitter : ItemSplitter
{
    private const byte LineFeed = (byte)'\n';

    // The number of bytes of an unfinished line that were already searched.
    private long _searched;

    public override bool TryTake(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> item)
    {
        while (TryTakeLine(ref unread, isLast, out item))
        {
            if (!IsBlankLine(item))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryTakeLine(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> line)
    {
        // Most lines lie within one segment.
        if (_searched == 0 && unread.FirstSpan.IndexOf(LineFeed) is >= 0 and var index)
        {
            line = unread.Slice(0, index);
            unread = unread.Slice(index + 1);
            return true;
        }

        if (unread.Slice(_searched).PositionOf(LineFeed) is { } end)
        {
            _searched = 0;
            line = unread.Slice(0, end);
            unread = unread.Slice(unread.GetPosition(1, end));
            return true;
        }

        line = unread;
        _searched = unread.Length;
        if (!isLast || unread.IsEmpty)
        {
            return false;
        }

        _searched = 0;
        unread = unread.Slice(unread.End);
        return true;
    }

    private static bool IsBlankLine(ReadOnlySequence<byte> line) =>
        line.IsEmpty || (line.FirstSpan is [<= (byte)' ', ..] && IsBlank(line));
}
