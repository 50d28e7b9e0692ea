using System.Buffers;
using System.Text.Json;

namespace Jero.Binding.Sequences;

/// <summary>
/// Splits one JSON array into its items. An array that is not closed, or that something follows, is malformed. An empty body has no items.
/// </summary>
internal sealed class ArraySplitter(JsonSerializerOptions options) : ItemSplitter
{
    private readonly ValueScanner _scanner = new();
    private Place _place;

    private enum Place
    {
        BeforeArray,
        BeforeFirst,
        BeforeItem,
        InItem,
        AfterItem,
        AfterArray,
    }

    public override bool TryTake(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> item)
    {
        item = default;
        while (true)
        {
            if (_place == Place.InItem)
            {
                return TryTakeItem(ref unread, isLast, out item);
            }

            SkipWhiteSpace(ref unread);
            if (unread.IsEmpty)
            {
                return isLast && _place is not (Place.BeforeArray or Place.AfterArray)
                    ? throw new MalformedSequenceException("The array is not closed.")
                    : false;
            }

            var (place, isTaken) = Next(unread.FirstSpan[0]);
            _place = place;
            unread = isTaken ? unread.Slice(1) : unread;
        }
    }

    // A surplus quotation mark swaps what is inside and outside strings, so such an item may never end.
    public override bool IsMalformed(ReadOnlySequence<byte> start)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions
        {
            AllowTrailingCommas = options.AllowTrailingCommas,
            CommentHandling = options.ReadCommentHandling,
            MaxDepth = options.MaxDepth,
        }));
        try
        {
            while (reader.Read())
            {
            }

            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private (Place Place, bool IsTaken) Next(byte next) => (_place, next) switch
    {
        (Place.BeforeArray, (byte)'[') => (Place.BeforeFirst, true),
        (Place.BeforeArray, _) => throw new MalformedSequenceException("The body must be an array."),
        (Place.BeforeFirst or Place.AfterItem, (byte)']') => (Place.AfterArray, true),
        (Place.BeforeItem, (byte)']') when options.AllowTrailingCommas => (Place.AfterArray, true),
        (Place.AfterItem, (byte)',') => (Place.BeforeItem, true),
        (Place.AfterItem, _) => throw new MalformedSequenceException("An item must be followed by a comma or the end of the array."),
        (Place.AfterArray, _) => throw new MalformedSequenceException("Nothing may follow the array."),
        _ => (Place.InItem, false),
    };

    private bool TryTakeItem(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> item)
    {
        if (!_scanner.TryFind(unread, out var length))
        {
            if (!isLast)
            {
                item = default;
                return false;
            }

            // This is a number or a value that is cut off. The reader reports it better.
            length = unread.Length;
        }

        _place = Place.AfterItem;
        item = unread.Slice(0, length);
        unread = unread.Slice(length);
        return true;
    }
}
