using System.Reflection;
using Jero.Generated;
using Jero.MinimalApis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero;

/// <summary>One JSON value as <c>application/json</c>, buffered, with its Content-Length.</summary>
/// <typeparam name="T">The static type that is written.</typeparam>
/// <param name="value">The value; a null reference is the literal <c>null</c>.</param>
public class JSONResponse<T>(T value) : JeroResponse, IEndpointMetadataProvider, IValueHttpResult, IValueHttpResult<T>
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    object? IValueHttpResult.Value => Value;

    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        MinimalApiResult.RunAsync(httpContext, this, static (http, response) =>
            ResponseSender.SendAsync(http, response, AppJsonMetadata.Writer<T>(http), response.ReadHeaders(http)));

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ResponseMetadata.Add(builder, typeof(T), "application/json");
}
