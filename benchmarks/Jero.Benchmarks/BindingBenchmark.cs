using BenchmarkDotNet.Attributes;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Writers;

/// <summary>A request with a route value, two of the query, one left out, and a header, from the endpoint's delegate to the end of a small response.</summary>
[MemoryDiagnoser]
public class BindingBenchmark : IDisposable
{
    internal static readonly byte[] Answer = "bound"u8.ToArray();

    private readonly WebApplication _app;
    private readonly RequestDelegate _jero;
    private readonly RequestDelegate _minimal;

    public BindingBenchmark()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapJero();
        _app.MapGet("/minimal/{room}", (int room, string? genre, int? year, int? limit, [FromHeader(Name = "X-Trace")] string? trace) =>
            Results.Bytes(room + year > 0 && genre is not null && limit is null && trace is not null ? Answer : []));
        var endpoints = ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().ToList();
        _jero = Delegate("/bound/{room}");
        _minimal = Delegate("/minimal/{room}");

        RequestDelegate Delegate(string route) => endpoints.Single(endpoint =>
            endpoint.RoutePattern.RawText == route && endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("GET")).RequestDelegate!;
    }

    [Benchmark(Baseline = true, Description = "minimal API")]
    public Task<long> Minimal() => RunAsync(_minimal);

    [Benchmark(Description = "Jero")]
    public Task<long> Jero() => RunAsync(_jero);

    [GlobalCleanup]
    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<long> RunAsync(RequestDelegate endpoint)
    {
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        http.Request.Method = "GET";
        http.Request.RouteValues["room"] = "37";
        http.Request.QueryString = new("?genre=drama&year=1998");
        http.Request.Headers["X-Trace"] = "4711";
        http.Response.Body = new MemoryStream(16);
        await endpoint(http);
        return http.Response.Body.Length == Answer.Length ? Answer.Length : throw new InvalidOperationException("It was not bound.");
    }
}

[Endpoint("/bound/{room}")]
public sealed partial class BoundEndpoint
{
    public BytesResponse Get(int room, string? genre, int? year, int? limit, [FromHeader(Name = "X-Trace")] string? trace) =>
        new(room + year > 0 && genre is not null && limit is null && trace is not null ? BindingBenchmark.Answer : []);
}
