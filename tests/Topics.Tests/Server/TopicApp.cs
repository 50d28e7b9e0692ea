using System.Collections.Concurrent;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared;

namespace Topics.Tests.Server;

/// <summary>An app with one topic on a real Kestrel: GET /prices, GET /lines, POST /prices.</summary>
internal sealed class TopicApp : IAsyncDisposable
{
    private readonly HttpClient _client;

    // Kept, since a response that nobody holds is collected, and its connection with it.
    private readonly ConcurrentBag<EventReader> _readers = [];

    private TopicApp(WebApplication web, LogLines log)
    {
        Web = web;
        Log = log;
        Address = new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        // By default, a client reads a stream it has left for two more seconds.
        _client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = Address };
    }

    public WebApplication Web { get; }

    public LogLines Log { get; }

    public Uri Address { get; }

    public Topic<Price> Topic => Web.Services.GetRequiredService<Topic<Price>>();

    public HttpClient Client => _client;

    /// <summary>What a stream of the app lets through.</summary>
    public Func<Price, bool>? Where { get; set; }

    public static async Task<TopicApp> StartAsync(
        Action<TopicOptions<Price>>? configure = null,
        ITopicLog? store = null,
        ServerSentEvent<string>? first = null,
        Action<IServiceCollection>? services = null)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddJero();
        services?.Invoke(builder.Services);
        var topic = builder.Services.AddJeroTopic("prices", configure);
        if (store is not null)
        {
            builder.Services.AddKeyedSingleton(topic.Name, store);
        }

        var web = builder.Build();
        TopicApp? app = null;
        web.MapMethods("/prices", ["GET", "HEAD"], (Topic<Price> prices, HttpRequest request) =>
        {
            var subscription = Subscribe(prices, request);
            return new SSEResponse<Price>(first is { } greeting ? subscription.StartWith(greeting) : subscription);
        });
        web.MapGet("/lines", (Topic<Price> prices, HttpRequest request) => new NDJSONStreamingResponse<Price>(Subscribe(prices, request)));
        web.MapGet("/sequence", (Topic<Price> prices, HttpRequest request) =>
            new NDJSONStreamingResponse<Price>(Subscribe(prices, request)) { ContentType = "application/json-seq" });
        web.MapPost("/prices", async (Topic<Price> prices, Price price, CancellationToken token) =>
        {
            try
            {
                return Results.Text(await prices.PublishAsync(price, price.Symbol, cancellationToken: token));
            }
            catch (ProblemException exception)
            {
                return Results.Problem(exception.Problem);
            }
        });
        await web.StartAsync(TestContext.Current.CancellationToken);
        return app = new TopicApp(web, log);

        TopicSubscription<Price> Subscribe(Topic<Price> prices, HttpRequest request) => prices.Subscribe(
            request.Headers["Last-Event-ID"].FirstOrDefault() ?? request.Query["after"], request.Query["subject"]!, app!.Where);
    }

    /// <summary>
    /// Opens a stream and waits until it is one of the topic's subscribers; no other may leave meanwhile. Where it begins is settled a moment
    /// later, before its first block.
    /// </summary>
    public async Task<EventReader> ListenAsync(string? after = null, params string[] subjects)
    {
        var before = Topic.Subscribers;
        var stream = await OpenAsync(after, subjects);
        await Until.TrueAsync(() => Topic.Subscribers > before, "the stream is a subscriber");
        return stream;
    }

    /// <summary>Opens a stream, which may end before anybody could have seen it.</summary>
    public async Task<EventReader> OpenAsync(string? after = null, params string[] subjects)
    {
        var response = await GetAsync("/prices", after, subjects);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var reader = new EventReader(response, body);
        _readers.Add(reader);
        return reader;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? after, params string[] subjects)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path + "?" + string.Join('&', subjects.Select(subject => "subject=" + Uri.EscapeDataString(subject))));
        if (after is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        }

        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<List<string>> PublishAsync(int count, string symbol = "A", int from = 0)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await Topic.PublishAsync(new Price(symbol, from + i), symbol, cancellationToken: TestContext.Current.CancellationToken));
        }

        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Web.DisposeAsync();
    }
}

internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Message)> _lines = new();

    public string[] OfTopics => [.. _lines.Where(line => line.Category.StartsWith("Jero.Topics", StringComparison.Ordinal)).Select(line => line.Message)];

    public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(string, LogLevel, string)> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, logLevel, formatter(state, exception)));
    }
}
