using System.Reflection;
using Jero.Generated;
using Jero.MinimalApis;
using Jero.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero;

public partial class StreamedItems<T> : IEndpointMetadataProvider
{
    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        MinimalApiResult.RunAsync(httpContext, this, static (http, response) =>
            ResponseSender.SendAsync(http, response, AppJsonMetadata.Writer<T>(http), MetadataHeaders.Of(http, response)));

    // A route may answer several methods, so events are listed even if one of the methods cannot have them.
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ResponseMetadata.AddStream(builder, typeof(T), [.. StreamFormat.Offered(HttpMethods.Get).Select(static format => format.ContentType)]);
}
