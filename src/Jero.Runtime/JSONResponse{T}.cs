using Jero.Generated;
using Jero.Streaming;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>One JSON value as <c>application/json</c>, buffered, with its Content-Length.</summary>
/// <typeparam name="T">The static type that is written.</typeparam>
/// <param name="value">The value; a null reference is the literal <c>null</c>.</param>
public class JSONResponse<T>(T value) : JeroResponse
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    /// <inheritdoc />
    public override Task ExecuteAsync(HttpContext httpContext) =>
        PlainResult.RunAsync(httpContext, this, static (http, response) =>
            ResponseSender.SendAsync(http, response, PlainJson.Writer<T>(http), response.ReadHeaders(http)));
}
