using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Generated;

namespace Jero.Client.Reading;

/// <summary>Reads the items of a body by its media type.</summary>
internal static class ItemReader
{
    /// <param name="content">The body.</param>
    /// <param name="typeInfo">The metadata to read an item with.</param>
    /// <param name="usual">Reads an item in its usual form; null if there is no generated reader.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        HttpContent content, JsonTypeInfo<T> typeInfo, TryReadJson<T>? usual, StreamOptions options, CancellationToken cancellationToken)
    {
        ResponseCheck.EnsureUtf8(content);
        return content.Headers.ContentType?.MediaType switch
        {
            "application/json" => ReadAsync(content, typeInfo, usual, new ArrayScanner(), options, cancellationToken),
            { } name when name.EndsWith("json-seq", StringComparison.Ordinal) => ReadAsync(content, typeInfo, usual, new SequenceScanner(), options, cancellationToken),
            _ => ReadAsync(content, typeInfo, usual, new LineScanner(), options, cancellationToken),
        };
    }

    private static async IAsyncEnumerable<T> ReadAsync<T, TScanner>(
        HttpContent content,
        JsonTypeInfo<T> typeInfo,
        TryReadJson<T>? usual,
        TScanner scanner,
        StreamOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TScanner : struct, IItemScanner
    {
        var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        using var cursor = new ItemCursor<TScanner>(body, scanner, options.MaxItemBytes);
        while (true)
        {
            switch (cursor.Next())
            {
                case ScanKind.Item:
                    yield return Read(cursor.Current, typeInfo, usual, cursor.Items);
                    break;
                case ScanKind.End:
                    yield break;
                case ScanKind.Cut:
                    throw new StreamTruncatedException("the body ended in the midst of an item.", cursor.Items);
                default:
                    await ReadMoreAsync(cursor, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private static async ValueTask ReadMoreAsync<TScanner>(ItemCursor<TScanner> cursor, CancellationToken cancellationToken)
        where TScanner : struct, IItemScanner
    {
        try
        {
            await cursor.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new StreamTruncatedException(exception.Message, cursor.Items, innerException: exception);
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo, TryReadJson<T>? usual, long number)
    {
        try
        {
            return UsualJson.Read(json, typeInfo, usual);
        }
        catch (JsonException exception)
        {
            throw BadItem(exception, typeof(T), number);
        }
    }

    /// <summary>Creates the exception for an item that is not a T, with its number.</summary>
    public static JsonException BadItem(JsonException exception, Type type, long number) => new(
        $"Item {number} of the stream is not a '{type}': {exception.Message}", exception.Path, exception.LineNumber, exception.BytePositionInLine, exception);
}
