using System.Runtime.CompilerServices;
using System.Text;
using Jero.Client.Reading;

namespace Jero.Testing.Client;

/// <summary>Reads the items of a body by its media type, with the sources of Jero.Client, which are part of this library.</summary>
internal static class ItemReader
{
    // A test has no attacker, so it accepts items of any size.
    private const int MostBytes = 1 << 30;

    public static bool IsEvents(string? mediaType) => mediaType == "text/event-stream";

    public static bool IsLines(string? mediaType) =>
        mediaType is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/json-seq"
        || mediaType?.EndsWith("+json-seq", StringComparison.Ordinal) == true;

    public static async IAsyncEnumerable<RawItem> EventsAsync(
        Stream body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var window = new ByteWindow(body, MostBytes);
        var parser = new EventParser(MostBytes);
        parser.Begin();
        do
        {
            while (parser.TryRead(window, number: 1))
            {
                yield return new(parser.Id, parser.Name == "message" ? null : parser.Name, Encoding.UTF8.GetString(parser.Data), Bytes: null);
                parser.Reset();
            }
        }
        while (await window.ReadAsync(number: 1, cancellation).ConfigureAwait(false));
    }

    /// <summary>Reads one item from each line, or from between two separators. The last item may lack its end if it is complete.</summary>
    public static IAsyncEnumerable<RawItem> LinesAsync(Stream body, string? mediaType, CancellationToken cancellation = default) =>
        mediaType?.EndsWith("json-seq", StringComparison.Ordinal) == true
            ? ItemsAsync(body, new SequenceScanner(), cancellation)
            : ItemsAsync(body, new LineScanner(), cancellation);

    private static async IAsyncEnumerable<RawItem> ItemsAsync<TScanner>(
        Stream body, TScanner scanner, [EnumeratorCancellation] CancellationToken cancellation)
        where TScanner : struct, IItemScanner
    {
        using var cursor = new ItemCursor<TScanner>(body, scanner, MostBytes);
        while (true)
        {
            switch (cursor.Next())
            {
                case ScanKind.Item:
                    yield return new(Id: null, Event: null, Encoding.UTF8.GetString(cursor.Current).TrimEnd('\r', '\n'), Bytes: null);
                    break;
                case ScanKind.End:
                    yield break;
                case ScanKind.Cut:
                    throw new EndOfStreamException("the body ended in the middle of an item.");
                default:
                    await cursor.ReadAsync(cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    public static async IAsyncEnumerable<RawItem> ChunksAsync(
        Stream body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            yield return new(Id: null, Event: null, Text: "", buffer[..read]);
        }
    }
}
