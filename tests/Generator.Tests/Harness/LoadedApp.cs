using System.Reflection;
using System.Runtime.Loader;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Harness;

/// <summary>A compilation that runs: emitted to memory, loaded into a context of its own, its endpoints called in process.</summary>
internal sealed class LoadedApp : IAsyncDisposable
{
    private readonly AssemblyLoadContext _context = new("loaded", isCollectible: true);
    private readonly WebApplication _web = WebApplication.CreateSlimBuilder().Build();

    private LoadedApp(Stream image)
    {
        Assembly = _context.LoadFromStream(image);
        Assembly.GetType("Jero.MapJeroExtensions", throwOnError: true)!
            .GetMethod("MapJero", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .Invoke(null, [_web]);
        Resolver = (IJsonTypeInfoResolver)Assembly.GetType("Jero.Generated.JeroJson", throwOnError: true)!
            .GetProperty("Resolver", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetValue(null)!;
    }

    public Assembly Assembly { get; }

    /// <summary>The generated metadata.</summary>
    public IJsonTypeInfoResolver Resolver { get; }

    /// <summary>The generator's output must compile without a warning before it is loaded.</summary>
    public static LoadedApp Load(params string[] files)
    {
        var run = GeneratorRun.Start(Compilations.Create(files));
        Assert.Empty(run.Diagnostics);
        Assert.Null(run.Result.Exception);
        using var image = new MemoryStream();
        var emitted = run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(emitted.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);
        Assert.True(emitted.Success);
        image.Position = 0;
        return new LoadedApp(image);
    }

    /// <summary>ASP.NET Core's defaults for JSON; of its own for each app, since options keep the types they have seen.</summary>
    public static JsonSerializerOptions Options(IJsonTypeInfoResolver? resolver = null) => new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = resolver ?? new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The body that the generated code of an endpoint writes for GET.</summary>
    public async Task<byte[]> GetAsync(string path)
    {
        var endpoint = ((IEndpointRouteBuilder)_web).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Single(candidate => candidate.RoutePattern.RawText == path
                && candidate.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains(HttpMethods.Get));
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = _web.Services };
        http.Request.Method = "GET";
        http.Response.Body = body;
        await endpoint.RequestDelegate!(http);
        await http.Response.CompleteAsync();
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        return body.ToArray();
    }

    /// <summary>The status and body that an endpoint answers POST with.</summary>
    public async Task<(int Status, string Body)> PostAsync(string path, string json)
    {
        var endpoint = ((IEndpointRouteBuilder)_web).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Single(candidate => candidate.RoutePattern.RawText == path
                && candidate.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains(HttpMethods.Post));
        using var body = new MemoryStream();
        using var request = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var http = new DefaultHttpContext { RequestServices = _web.Services };
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = request.Length;
        http.Request.Body = request;
        http.Response.Body = body;
        await endpoint.RequestDelegate!(http);
        await http.Response.CompleteAsync();
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _context.Unload();
    }
}
