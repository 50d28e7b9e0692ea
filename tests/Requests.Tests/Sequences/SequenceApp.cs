using System.Globalization;
using System.Net;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RequestDecompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Runtime.Tests.Streaming;

namespace Requests.Tests.Sequences;

/// <summary>The endpoints on a real server, over HTTP/1.1 and HTTP/2.</summary>
public sealed class SequenceApp : IAsyncLifetime
{
    /// <summary>The header that has the body come in pieces of these lengths, as <see cref="CountedBody"/> cuts it.</summary>
    public const string Pieces = "X-Pieces";

    private readonly int? _longestItem;
    private readonly long? _longestBody;
    private readonly MinDataRate? _slowest;
    private readonly LogLines _log = new();
    private WebApplication? _app;

    public SequenceApp()
        : this(longestItem: 100_000, longestBody: null)
    {
    }

    /// <param name="longestItem">Null leaves the default.</param>
    /// <param name="longestBody">Null is no limit.</param>
    /// <param name="slowest">Null leaves the default.</param>
    internal SequenceApp(int? longestItem, long? longestBody, MinDataRate? slowest = null) =>
        (_longestItem, _longestBody, _slowest) = (longestItem, longestBody, slowest);

    public Watch Watch { get; } = new();

    public Uri Address1 { get; private set; } = null!;

    public Uri Address2 { get; private set; } = null!;

    public HttpClient Http1 { get; private set; } = null!;

    public HttpClient Http2 { get; private set; } = null!;

    /// <summary>How often the server has stopped to take bytes off a connection, since its pipe was full.</summary>
    public int Pauses => _log.All.Count(line => line.Message.EndsWith(" paused.", StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets", LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = _longestBody;
            kestrel.Limits.MinRequestBodyDataRate = _slowest ?? kestrel.Limits.MinRequestBodyDataRate;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(Watch);
        builder.Services.AddRequestDecompression(options => options.DecompressionProviders["gzip"] = new CountedGzip(Watch));
        builder.Services.AddJero(jero => jero.MaxItemBytes = _longestItem ?? jero.MaxItemBytes);
        _app = builder.Build();
        _app.Use(CutAsync);
        _app.UseRequestDecompression();
        _app.MapEndpoint<SumEndpoint>();
        _app.MapEndpoint<EchoEndpoint>();
        _app.MapEndpoint<JsonEndpoint>();
        _app.MapEndpoint<WholeEndpoint>();
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Address1, Address2) = (new Uri(addresses[0]), new Uri(addresses[1]));
        Http1 = new HttpClient { BaseAddress = Address1, Timeout = TimeSpan.FromMinutes(3) };
        Http2 = new HttpClient
        {
            BaseAddress = Address2,
            Timeout = TimeSpan.FromMinutes(3),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public async ValueTask DisposeAsync()
    {
        Http1.Dispose();
        Http2.Dispose();
        await _app!.DisposeAsync();
    }

    // What a client sends in two writes the server may read as one: only a body of the test's own comes as it is cut.
    private async Task CutAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers[Pieces].ToString() is { Length: > 0 } lengths)
        {
            using var whole = new MemoryStream();
            await http.Request.Body.CopyToAsync(whole);
            var body = new CountedBody(whole.ToArray(), [.. lengths.Split(',').Select(length => int.Parse(length, CultureInfo.InvariantCulture))]);
            Watch.Body = body;
            http.Features.Set<IRequestBodyPipeFeature>(body);
        }

        await next(http);
    }

    private sealed class CountedGzip(Watch watch) : IDecompressionProvider
    {
        public Stream GetDecompressionStream(Stream stream) => new CountedGzipStream(stream, watch);
    }
}
