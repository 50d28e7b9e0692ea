using System.Buffers;
using System.Text.Json;

namespace Jero.Binding.Sequences;

/// <summary>Finds where items begin and end in bytes that come bit by bit. Not thread-safe.</summary>
internal abstract class ItemSplitter
{
    // What JSON has between its tokens (RFC 8259, section 2).
    private static readonly byte[] WhiteSpace = " \t\r\n"u8.ToArray();

    public static ItemSplitter Create(SequenceFormat format, JsonSerializerOptions options) => format switch
    {
        SequenceFormat.Records => new RecordSplitter(),
        SequenceFormat.Array => new ArraySplitter(options),
        _ => new LineSplitter(),
    };

    /// <summary>Takes the next item.</summary>
    /// <param name="unread">
    /// What has come and belongs to no item before; moved behind what is done with. A call that finds nothing has to be followed by one with
    /// the same bytes and more of them.
    /// </param>
    /// <param name="isLast">Whether no more bytes follow.</param>
    /// <param name="item">The JSON of the item, white space around it included.</param>
    /// <returns>False where more bytes are needed; where none follow, there is no item left.</returns>
    /// <exception cref="MalformedSequenceException">What is between the items is not of the format.</exception>
    public abstract bool TryTake(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> item);

    /// <summary>Whether an item is known to be malformed by its first bytes, where it is too long to be taken whole.</summary>
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
