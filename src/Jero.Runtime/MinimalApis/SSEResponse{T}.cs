using System.Reflection;
using Jero.Generated;
using Jero.MinimalApis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero;

public partial class SSEResponse<T> : IEndpointMetadataProvider
{
    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        MinimalApiResult.RunAsync(httpContext, this, static (http, response) =>
        {
            var isText = response is SSEResponse<string>;
            var writer = isText ? default : AppJsonMetadata.Writer<T>(http);
            return ResponseSender.SendAsync(http, response, isText, writer, MetadataHeaders.Of(http, response));
        });

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ResponseMetadata.AddStream(builder, typeof(T), "text/event-stream");
}
