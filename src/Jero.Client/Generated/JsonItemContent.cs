using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Generated;

/// <summary>Sends one value as JSON.</summary>
internal sealed class JsonItemContent<T> : HttpContent
{
    private readonly byte[] _json;

    public JsonItemContent(T value, JsonTypeInfo<T> typeInfo, string mediaType)
    {
        // Written at once, so that its length is sent: some servers do not accept a body in chunks.
        _json = JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_json, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
