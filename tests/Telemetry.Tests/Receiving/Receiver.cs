using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Telemetry.Tests.Receiving;

/// <summary>What the OTLP exporter sends to, in the place of a collector: OTLP over HTTP, as Protocol Buffers.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentDictionary<string, Point> _points = new();

    private Receiver(WebApplication web)
    {
        _web = web;
        web.MapPost("/v1/traces", http => ReceiveAsync(http, message => Each(Span.Of(message), _spans.Enqueue)));
        web.MapPost("/v1/metrics", http => ReceiveAsync(http, message => Each(Point.Of(message), point => _points[point.Key] = point)));
    }

    public Uri Address => new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IReadOnlyList<Span> Spans => [.. _spans];

    /// <summary>The newest of each series: they are cumulative.</summary>
    public IReadOnlyList<Point> Points => [.. _points.Values];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        await receiver._web.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static async Task ReceiveAsync(HttpContext http, Action<ProtoMessage> take)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        take(new ProtoMessage(body.ToArray()));
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> take)
    {
        foreach (var item in items)
        {
            take(item);
        }
    }
}
