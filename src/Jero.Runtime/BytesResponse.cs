using Jero.Generated;
using Jero.Streaming;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>Bytes as <c>application/octet-stream</c> unless set, buffered, with their Content-Length.</summary>
/// <param name="content">The bytes; they must stay as they are until the response is sent.</param>
public class BytesResponse(ReadOnlyMemory<byte> content) : JeroResponse
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>The media type.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        PlainResult.RunAsync(httpContext, this, static (http, response) => ResponseSender.SendAsync(http, response, response.ReadHeaders(http)));
}
