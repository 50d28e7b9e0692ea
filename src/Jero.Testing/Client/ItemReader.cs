using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;

namespace Jero.Testing.Client;

/// <summary>Reads the items of a body, by its media type.</summary>
internal static class ItemReader
{
    private const byte RecordSeparator = 0x1E;

    public static bool IsEvents(string? mediaType) => mediaType == "text/event-stream";

    public static bool IsLines(string? mediaType) =>
        mediaType is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/json-seq"
        || mediaType?.EndsWith("+json-seq", StringComparison.Ordinal) == true;

    public static async IAsyncEnumerable<RawItem> EventsAsync(
        Stream body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellation).ConfigureAwait(false))
        {
            yield return new(item.EventId, item.EventType == SseParser.EventTypeDefault ? null : item.EventType, item.Data, Bytes: null);
        }
    }

    /// <summary>A line an item. The last may lack its line end: a body that is broken off throws before.</summary>
    public static async IAsyncEnumerable<RawItem> LinesAsync(
        Stream body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var line = new List<byte>();
        var buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            line.AddRange(buffer.AsSpan(0, read));
            if (line[^1] == (byte)'\n' && TextOf(line) is { Length: > 0 } text)
            {
                yield return new(Id: null, Event: null, text, Bytes: null);
            }

            if (line[^1] == (byte)'\n')
            {
                line.Clear();
            }
        }

        if (TextOf(line) is { Length: > 0 } last)
        {
            yield return new(Id: null, Event: null, last, Bytes: null);
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

    private static string TextOf(List<byte> line)
    {
        var bytes = line.ToArray().AsSpan();
        return Encoding.UTF8.GetString(bytes is [RecordSeparator, ..] ? bytes[1..] : bytes).TrimEnd('\r', '\n');
    }
}
