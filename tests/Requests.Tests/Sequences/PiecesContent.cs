using System.Net;
using System.Net.Http.Headers;

namespace Requests.Tests.Sequences;

/// <summary>A body that is sent in pieces.</summary>
internal sealed class PiecesContent : HttpContent
{
    private readonly Func<Stream, CancellationToken, Task> _send;

    public PiecesContent(string type, Func<Stream, CancellationToken, Task> send)
    {
        _send = send;
        Headers.ContentType = MediaTypeHeaderValue.Parse(type);
    }

    public PiecesContent(string type, params byte[][] pieces)
        : this(type, async (stream, cancellationToken) =>
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(piece, cancellationToken);
                await stream.FlushAsync(cancellationToken);
            }
        })
    {
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _send(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _send(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
