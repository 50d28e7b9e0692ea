using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Binding.Sequences;

/// <summary>
/// Reads the items of a request's body one by one, when the handler asks for them. Bytes that the handler has not asked for stay in the
/// server's pipe, whose limit stops the client. The items can be read once. Not thread-safe.
/// </summary>
internal sealed class ItemSequence<T>(HttpContext http, SequenceFormat format, ItemReader<T> items) : IAsyncEnumerable<T>
{
    private static readonly JeroOptions Defaults = new();

    private int _isRead;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isRead, 1) == 0
            ? ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("The items of the request have already been read, and a body can be read only once. Keep the items that you need again.");

    private async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (RequestBody.IsMissing(http))
        {
            yield break;
        }

        using var cancelled = cancellationToken.CanBeCanceled && cancellationToken != http.RequestAborted
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, http.RequestAborted)
            : null;
        var (metadata, keepsText, usual) = items.Prepare(http);
        var body = new ItemPipe(http.Request.BodyReader, format, metadata.Options, LongestOf(http), cancelled?.Token ?? http.RequestAborted);
        try
        {
            while (await body.ReadAsync().ConfigureAwait(false))
            {
                while (body.TryTake(out var json))
                {
                    var item = Read(json, body.Number, metadata, keepsText, usual);
                    if (items.FindErrors is { } find && await find(http, item).ConfigureAwait(false) is { } errors)
                    {
                        throw BadItem.Of(body.Number, errors);
                    }

                    yield return item;
                }
            }
        }
        finally
        {
            body.Release();
        }
    }

    private T Read(ReadOnlySequence<byte> json, long number, JsonTypeInfo<T> metadata, bool keepsText, UsualItems<T>? usual)
    {
        if (json.IsSingleSegment)
        {
            return Read(json.FirstSpan, number, metadata, keepsText, usual);
        }

        var copy = ArrayPool<byte>.Shared.Rent((int)json.Length);
        try
        {
            json.CopyTo(copy);
            return Read(copy.AsSpan(0, (int)json.Length), number, metadata, keepsText, usual);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private T Read(ReadOnlySpan<byte> json, long number, JsonTypeInfo<T> metadata, bool keepsText, UsualItems<T>? usual) =>
        usual is not null && usual.TryRead(json, out var item) ? item : items.Read(json, number, metadata, keepsText);

    private static int LongestOf(HttpContext http) =>
        (http.RequestServices.GetService<IOptions<JeroOptions>>()?.Value ?? Defaults).MaxItemBytes;
}
