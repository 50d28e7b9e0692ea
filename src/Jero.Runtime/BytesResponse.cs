using System.Reflection;
using Jero.Generated;
using Jero.MinimalApis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero;

/// <summary>Bytes as <c>application/octet-stream</c> unless set, buffered, with their Content-Length.</summary>
/// <param name="content">The bytes; they must stay as they are until the response is sent.</param>
public class BytesResponse(ReadOnlyMemory<byte> content) : JeroResponse, IEndpointMetadataProvider, IContentTypeHttpResult
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>The media type.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        MinimalApiResult.RunAsync(httpContext, this, static (http, response) => ResponseSender.SendAsync(http, response, response.ReadHeaders(http)));

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ResponseMetadata.Add(builder, typeof(Stream), "application/octet-stream");
}
