using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Reading;

/// <summary>Reads the items of a body by the media type that it has.</summary>
internal static class ItemReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static IAsyncEnumerable<T> ReadAsync<T>(
        HttpContent content, JsonTypeInfo<T> typeInfo, StreamOptions options, CancellationToken cancellationToken)
    {
        var type = content.Headers.ContentType;
        if (type?.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"The stream is encoded as '{charset}', and only UTF-8 is read.");
        }

        return type?.MediaType switch
        {
            "application/json" => ReadAsync(content, typeInfo, new ArrayScanner(), options, cancellationToken),
            { } name when name.EndsWith("json-seq", StringComparison.Ordinal) => ReadAsync(content, typeInfo, new SequenceScanner(), options, cancellationToken),
            _ => ReadAsync(content, typeInfo, new LineScanner(), options, cancellationToken),
        };
    }

    private static async IAsyncEnumerable<T> ReadAsync<T, TScanner>(
        HttpContent content, JsonTypeInfo<T> typeInfo, TScanner scanner, StreamOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TScanner : struct, IItemScanner
    {
        var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        using var window = new ByteWindow(body, options.MaxItemBytes);
        var items = 0L;
        var isEnd = false;
        var mayHaveMark = true;
        while (true)
        {
            if (mayHaveMark && (window.Unread.Length >= ByteOrderMark.Length || isEnd))
            {
                window.Take(window.Unread.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
                mayHaveMark = false;
            }

            var found = mayHaveMark ? ScanResult.More() : scanner.Scan(window.Unread, isEnd);
            switch (found.Kind)
            {
                case ScanKind.Item:
                    if (found.Length > options.MaxItemBytes)
                    {
                        throw ByteWindow.TooLarge(items + 1, options.MaxItemBytes);
                    }

                    var item = Read(window.Unread.Slice(found.Start, found.Length), typeInfo, items + 1);
                    window.Take(found.Taken);
                    items++;
                    yield return item;
                    break;
                case ScanKind.End:
                    yield break;
                case ScanKind.Cut:
                    throw new StreamTruncatedException("the body ended in the midst of an item.", items);
                default:
                    window.Take(found.Taken);
                    if (found.Taken == 0 || window.Unread.IsEmpty)
                    {
                        isEnd = !await ReadMoreAsync(window, items, cancellationToken).ConfigureAwait(false);
                    }

                    break;
            }
        }
    }

    private static async ValueTask<bool> ReadMoreAsync(ByteWindow window, long items, CancellationToken cancellationToken)
    {
        try
        {
            return await window.ReadAsync(items + 1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && exception is not InvalidDataException)
        {
            throw new StreamTruncatedException(exception.Message, items, innerException: exception);
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo, long number)
    {
        try
        {
            return JsonSerializer.Deserialize(json, typeInfo)!;
        }
        catch (JsonException exception)
        {
            throw BadItem(exception, typeof(T), number);
        }
    }

    /// <summary>An item that is no T, with its number.</summary>
    public static JsonException BadItem(JsonException exception, Type type, long number) => new(
        $"Item {number} of the stream is no '{type}': {exception.Message}", exception.Path, exception.LineNumber, exception.BytePositionInLine, exception);
}
