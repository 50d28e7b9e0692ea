using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Jero.OpenApi;

/// <summary>Serves the document from memory, composed anew when endpoints come or go.</summary>
internal sealed class OpenApiDocument(JeroOpenApiOptions options)
{
    private sealed record Composed(IReadOnlyList<Endpoint> Endpoints, byte[] Json);

    private Composed? _composed;

    public Task SendAsync(HttpContext http, EndpointDataSource endpoints)
    {
        var json = Get(endpoints.Endpoints);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }

    // Two first requests at once compose the same bytes twice, which costs less than a lock at each later one.
    private byte[] Get(IReadOnlyList<Endpoint> endpoints)
    {
        var composed = _composed;
        if (composed is null || !ReferenceEquals(composed.Endpoints, endpoints))
        {
            _composed = composed = new Composed(endpoints, OpenApiComposer.Compose(endpoints, options));
        }

        return composed.Json;
    }
}
