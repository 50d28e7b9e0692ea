using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Generated;

/// <summary>Sends items as JSON as they are produced, one on each line or each after a record separator (RFC 7464).</summary>
internal sealed class JsonItemsContent<T> : HttpContent
{
    private readonly IAsyncEnumerable<T> _items;
    private readonly JsonTypeInfo<T> _typeInfo;
    private readonly bool _isSequence;

    public JsonItemsContent(IAsyncEnumerable<T> items, JsonTypeInfo<T> typeInfo, string mediaType)
    {
        (_items, _typeInfo) = (items, typeInfo);
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        _isSequence = Headers.ContentType.MediaType!.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // One buffer serves every item. Each item is sent at once, because the next may take long.
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = _typeInfo.Options.Encoder });
        await foreach (var item in _items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            buffer.SetLength(0);
            if (_isSequence)
            {
                buffer.WriteByte(0x1E);
            }

            writer.Reset();
            JsonSerializer.Serialize(writer, item, _typeInfo);
            buffer.WriteByte((byte)'\n');
            await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
