using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jero.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Jero.OpenApi;

/// <summary>Serves the document from memory, composed anew when endpoints come or go. Thread-safe.</summary>
internal sealed class OpenApiDocument(JeroOpenApiOptions options)
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly Composed?[] _composed = new Composed?[Enum.GetValues<JeroOpenApiVersion>().Length];

    private sealed record Composed(IReadOnlyList<Endpoint> Endpoints, byte[] Json, string Hash);

    /// <summary>The document in the version that the options name.</summary>
    public byte[] Compose(IServiceProvider services) => Get(services, options.SpecificationVersion).Json;

    /// <summary>Answers GET and HEAD.</summary>
    public Task SendAsync(HttpContext http)
    {
        if (VersionOf(http.Request) is not { } version)
        {
            return ProblemWriter.WriteAsync(http, new ProblemDetails
            {
                Status = StatusCodes.Status400BadRequest,
                Detail = "The query parameter 'version' has to be 3.2 or 3.1.",
            });
        }

        var document = Get(http.RequestServices, version);
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

    // The framework's results compare strongly, and a tag that a compressing proxy has weakened would never match.
    // https://www.rfc-editor.org/rfc/rfc9110.html#section-13.1.2
    private static bool IsKnown(HttpRequest request, string tag)
    {
        var known = request.GetTypedHeaders().IfNoneMatch;
        var own = new EntityTagHeaderValue(tag);
        return known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(own, useStrongComparison: false));
    }

    // Two first requests at once compose the same bytes twice, which costs less than a lock at each later one.
    private Composed Get(IServiceProvider services, JeroOpenApiVersion version)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
        ref var place = ref _composed[(int)version];
        var composed = place;
        if (composed is null || !ReferenceEquals(composed.Endpoints, endpoints))
        {
            place = composed = Compose(endpoints, services, version);
        }

        return composed;
    }

    private Composed Compose(IReadOnlyList<Endpoint> endpoints, IServiceProvider services, JeroOpenApiVersion version)
    {
        var document = new OpenApiComposer(options, services).Compose(endpoints);
        if (version == JeroOpenApiVersion.OpenApi31)
        {
            OpenApi31.Rewrite(document, options.StreamSchema);
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            document.WriteTo(json);
        }

        return new Composed(endpoints, bytes.WrittenSpan.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)[..16]));
    }
}
