using System.Reflection;
using Jero.Generated;
using Jero.MinimalApis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero;

public partial class NDJSONStreamingResponse<T> : IEndpointMetadataProvider
{
    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        MinimalApiResult.RunAsync(httpContext, this, static (http, response) =>
            ResponseSender.SendAsync(http, response, AppJsonMetadata.Writer<T>(http), MetadataHeaders.Of(http, response)));

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ResponseMetadata.AddStream(builder, typeof(T), "application/x-ndjson");
}
