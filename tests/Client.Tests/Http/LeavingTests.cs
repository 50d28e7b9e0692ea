using System.Net;
using System.Runtime.CompilerServices;
using Jero;
using Jero.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Client.Tests.Http;

/// <summary>A reader that leaves a stream of Jero, which is silent: the server's source is torn down.</summary>
public sealed class LeavingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<HttpProtocols, bool, string> Ways
    {
        get
        {
            var ways = new TheoryData<HttpProtocols, bool, string>();
            foreach (var protocols in (HttpProtocols[])[HttpProtocols.Http1, HttpProtocols.Http2])
            {
                foreach (var way in (string[])["break", "throw", "cancel"])
                {
                    ways.Add(protocols, false, way);
                    ways.Add(protocols, true, way);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_source_ends(HttpProtocols protocols, bool isEvents, string way)
    {
        var ended = new TaskCompletionSource();
        await using var app = await StartAsync(protocols, ended);
        // Longer than a test takes: what leaves must not be the handler, which reads a body on that was left.
        using var client = Client(app, protocols, new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.FromMinutes(10) });
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        try
        {
            await foreach (var id in ReadAsync(client, isEvents, cancel.Token))
            {
                Assert.Equal(1, id);
                if (way == "break")
                {
                    break;
                }

                if (way == "throw")
                {
                    throw new InvalidOperationException(way);
                }

                await cancel.CancelAsync();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException || exception.Message == way)
        {
        }

        await ended.Task.WaitAsync(Limit, Token);
        Assert.False(Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Other_streams_of_the_same_connection_go_on()
    {
        var ended = new TaskCompletionSource();
        await using var app = await StartAsync(HttpProtocols.Http2, ended);
        using var client = Client(app, HttpProtocols.Http2, new SocketsHttpHandler());
        var go = app.Services.GetRequiredService<SemaphoreSlim>();
        await using var other = client.GetJsonLinesAsync("/pulled", RowJson.Default.Row, Token).GetAsyncEnumerator(Token);
        go.Release();
        Assert.True(await other.MoveNextAsync());

        Assert.Equal(1, await ReadAsync(client, isEvents: true, Token).FirstAsync(Token));
        await ended.Task.WaitAsync(Limit, Token);

        go.Release();
        Assert.True(await other.MoveNextAsync().AsTask().WaitAsync(Limit, Token));
    }

    private static async IAsyncEnumerable<int> ReadAsync(HttpClient client, bool isEvents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (isEvents)
        {
            await foreach (var e in client.GetEvents("/events", RowJson.Default.Row).WithCancellation(cancellationToken))
            {
                yield return e.Data.Id;
            }

            yield break;
        }

        await foreach (var row in client.GetJsonLinesAsync("/lines", RowJson.Default.Row, cancellationToken))
        {
            yield return row.Id;
        }
    }

    private static HttpClient Client(WebApplication app, HttpProtocols protocols, SocketsHttpHandler handler) => new(handler)
    {
        BaseAddress = new Uri(app.Urls.Single()),
        DefaultRequestVersion = protocols == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static async Task<WebApplication> StartAsync(HttpProtocols protocols, TaskCompletionSource ended)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Logging.ClearProviders();
        builder.Services.AddJero();
        builder.Services.AddSingleton(new SemaphoreSlim(0));
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, RowJson.Default));
        var app = builder.Build();
        app.MapGet("/lines", () => new NDJSONStreamingResponse<Row>(OneAsync(ended, default)));
        app.MapGet("/events", () => new SSEResponse<Row>(OneAsync(ended, default)));
        app.MapGet("/pulled", (SemaphoreSlim go) => new NDJSONStreamingResponse<Row>(PulledAsync(go, default)));
        await app.StartAsync(Token);
        return app;
    }

    // One item, and then silence.
    private static async IAsyncEnumerable<Row> OneAsync(TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return new Row(1);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private static async IAsyncEnumerable<Row> PulledAsync(SemaphoreSlim go, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var id = 1; ; id++)
        {
            await go.WaitAsync(cancellationToken);
            yield return new Row(id);
        }
    }
}
