using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Sends bytes that are in memory, with their Content-Length, as <c>application/octet-stream</c> unless <see cref="ContentType"/> is set.
/// </summary>
/// <param name="content">The bytes. Do not change them until the response is sent.</param>
public partial class BytesResponse(ReadOnlyMemory<byte> content) : JeroResponse, IContentTypeHttpResult, IByteResponse
{
    /// <summary>Gets the bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>Gets the media type. The default is <c>application/octet-stream</c>.</summary>
    public string ContentType { get; init; } = "application/octet-stream";
}
