using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Jero.OpenApi;

/// <summary>Serves the document from memory, and composes it anew when endpoints are added or removed. Thread-safe.</summary>
internal sealed class OpenApiDocument(JeroOpenApiOptions options)
{
    private readonly Lock _composing = new();

    private ComposedDocument? _composed;

    /// <summary>Returns the document in the version that the options name.</summary>
    public byte[] Compose(IServiceProvider services) => Get(services, options.SpecificationVersion, pathBase: "").Json;

    /// <summary>Answers GET and HEAD.</summary>
    public Task SendAsync(HttpContext http)
    {
        if (VersionOf(http.Request) is not { } version)
        {
            return ProblemWriter.WriteAsync(http, new ProblemDetails
            {
                Status = StatusCodes.Status400BadRequest,
                Detail = "The query parameter 'version' must be 3.2 or 3.1.",
            });
        }

        var document = Get(http.RequestServices, version, http.Request.PathBase.ToUriComponent());
        var response = http.Response;
        var (mediaType, tag) = OpenApiMediaType.Negotiate(http.Request) == OpenApiMediaType.OpenApi
            ? (OpenApiMediaType.OpenApi, $"\"{document.Hash}-openapi\"")
            : (OpenApiMediaType.Json, $"\"{document.Hash}\"");
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (IsKnown(http.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = mediaType;
        response.ContentLength = document.Json.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(document.Json, http.RequestAborted).AsTask();
    }

    private JeroOpenApiVersion? VersionOf(HttpRequest request) => request.Query["version"].ToString() switch
    {
        "" => options.SpecificationVersion,
        "3.2" => JeroOpenApiVersion.OpenApi32,
        "3.1" => JeroOpenApiVersion.OpenApi31,
        _ => null,
    };

    // ASP.NET Core's results use the strong comparison, and a tag that a compressing proxy has weakened would never match.
    // https://www.rfc-editor.org/rfc/rfc9110.html#section-13.1.2
    private static bool IsKnown(HttpRequest request, string tag)
    {
        var known = request.GetTypedHeaders().IfNoneMatch;
        var own = new EntityTagHeaderValue(tag);
        return known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(own, useStrongComparison: false));
    }

    // If many first requests come at once, one composes the document and the others wait for it.
    private DocumentBytes Get(IServiceProvider services, JeroOpenApiVersion version, string pathBase)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
        var composed = Volatile.Read(ref _composed);
        if (composed is null || !ReferenceEquals(composed.Endpoints, endpoints))
        {
            lock (_composing)
            {
                composed = _composed;
                if (composed is null || !ReferenceEquals(composed.Endpoints, endpoints))
                {
                    _composed = composed = new ComposedDocument(endpoints, options, services);
                }
            }
        }

        return composed.Write(version, pathBase);
    }
}
