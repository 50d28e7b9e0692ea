using System.Buffers;
using System.Text.Json;

namespace Jero.Binding.Sequences;

/// <summary>Finds where items begin and end in bytes that come bit by bit. Not thread-safe.</summary>
internal abstract class ItemSplitter
{
    // White space between JSON tokens (RFC 8259, section 2).
    private static readonly byte[] WhiteSpace = " \t\r\n"u8.ToArray();

    public static ItemSplitter Create(SequenceFormat format, JsonSerializerOptions options) => format switch
    {
        SequenceFormat.Records => new RecordSplitter(),
        SequenceFormat.Array => new ArraySplitter(options),
        _ => new LineSplitter(),
    };

    /// <summary>Takes the next item.</summary>
    /// <param name="unread">
    /// The bytes that have come and that belong to no earlier item. The call moves its start past what it has used. After a call that finds
    /// no item, the next call must pass the same bytes and more.
    /// </param>
    /// <param name="isLast">Whether no more bytes follow.</param>
    /// <param name="item">The JSON of the item, including white space around it.</param>
    /// <returns>False if more bytes are needed, or, if none follow, no item is left.</returns>
    /// <exception cref="MalformedSequenceException">The bytes between the items do not follow the format.</exception>
    public abstract bool TryTake(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> item);

    /// <summary>Returns whether the first bytes of an item that is too long show that it is malformed.</summary>
    public virtual bool IsMalformed(ReadOnlySequence<byte> start) => false;

    protected static bool IsBlank(ReadOnlySequence<byte> bytes)
    {
        var reader = new SequenceReader<byte>(bytes);
        reader.AdvancePastAny(WhiteSpace);
        return reader.End;
    }

    protected static void SkipWhiteSpace(ref ReadOnlySequence<byte> unread)
    {
        var reader = new SequenceReader<byte>(unread);
        reader.AdvancePastAny(WhiteSpace);
        unread = reader.UnreadSequence;
    }
}
