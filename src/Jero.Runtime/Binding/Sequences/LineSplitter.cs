using System.Buffers;

namespace Jero.Binding.Sequences;

/// <summary>One item a line; blank lines are none, and the last line may end without LF.</summary>
/// <remarks>https://github.com/ndjson/ndjson-spec</remarks>
internal sealed class LineSplitter : ItemSplitter
{
    private const byte LineFeed = (byte)'\n';

    // How many bytes of an unfinished line have been searched before.
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
        // Most lines are within one segment.
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
