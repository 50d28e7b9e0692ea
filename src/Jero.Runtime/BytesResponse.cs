using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>Bytes as <c>application/octet-stream</c> unless set, buffered, with their Content-Length.</summary>
/// <param name="content">The bytes; they must stay as they are until the response is sent.</param>
public partial class BytesResponse(ReadOnlyMemory<byte> content) : JeroResponse, IContentTypeHttpResult
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>The media type.</summary>
    public string ContentType { get; init; } = "application/octet-stream";
}
