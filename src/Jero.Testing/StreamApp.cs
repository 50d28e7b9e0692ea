using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using Jero.Testing.Client;
using Jero.Testing.Hosting;
using Jero.Testing.Schema;
using Jero.Testing.Tracking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Jero.Testing;

/// <summary>
/// Runs an app for a test, and opens, reads and leaves its streams. It works with any endpoint that streams, whether it is Jero's or not.
/// Of an endpoint that is not Jero's, it knows only the request on the server, and not what its source does or has sent. Thread-safe.
/// </summary>
public sealed class StreamApp : IAsyncDisposable
{
    // An app may take longer to start than any of its streams takes to answer.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly IAppHost _host;
    private readonly HostSetup _setup;
    private readonly StreamAppOptions _options;
    private readonly HttpClient _client;
    private readonly ConcurrentBag<StreamSession> _sessions = [];
    private bool _isDisposed;

    private StreamApp(IAppHost host, HostSetup setup, StreamAppOptions options)
    {
        (_host, _setup, _options) = (host, setup, options);
        Streams = new OpenStreams(setup.Tracker, options.Limit);
        Schemas = options.ChecksSchema ? new ItemSchemas(host.Services) : null;
        Address = setup.IsKestrel ? AddressOf(host.Services) : new Uri("http://localhost/");
        _client = new HttpClient(setup.IsKestrel ? new SocketsHttpHandler { AllowAutoRedirect = false } : host.CreateInProcessHandler())
        {
            BaseAddress = Address,
            DefaultRequestVersion = IsHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    /// <summary>Gets the address that the app listens on. In process it is a placeholder.</summary>
    public Uri Address { get; }

    /// <summary>Gets the services of the app.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Gets a client for requests that are answered at once, for instance to publish something.</summary>
    public HttpClient Client => _client;

    /// <summary>Gets the open streams, whoever has opened them.</summary>
    public OpenStreams Streams { get; }

    /// <summary>Gets the clock of the app.</summary>
    /// <exception cref="InvalidOperationException">
    /// The app has its own clock, because <see cref="StreamAppOptions.Time"/> is null.
    /// </exception>
    public FakeTimeProvider Time => _options.Time
        ?? throw new InvalidOperationException("The app runs by its own clock, because StreamAppOptions.Time is null.");

    internal ItemSchemas? Schemas { get; }

    internal StreamAppOptions Options => _options;

    internal TrackedTime Clock => _setup.Time;

    private bool IsHttp2 => _setup.IsKestrel && _options.Protocol == StreamProtocol.Http2;

    /// <summary>Starts the app of a program by its own entry point.</summary>
    /// <typeparam name="TProgram">A type in the program's assembly, usually <c>Program</c>.</typeparam>
    /// <returns>The running app, on Kestrel with HTTP/1.1, with a clock that the test moves.</returns>
    /// <exception cref="StreamTestException">The app did not start. The inner exception is the cause.</exception>
    public static Task<StreamApp> StartAsync<TProgram>()
        where TProgram : class => StartAsync<TProgram>(new StreamAppOptions());

    /// <summary>Starts the app of a program by its own entry point.</summary>
    /// <typeparam name="TProgram">A type in the program's assembly, usually <c>Program</c>.</typeparam>
    /// <param name="options">How the app runs.</param>
    /// <returns>The running app.</returns>
    /// <exception cref="StreamTestException">The app did not start. The inner exception is the cause.</exception>
    public static Task<StreamApp> StartAsync<TProgram>(StreamAppOptions options)
        where TProgram : class
    {
        ArgumentNullException.ThrowIfNull(options);
        var setup = new HostSetup(options);
        return StartAsync(
            typeof(TProgram).Assembly.GetName().Name!,
            async () =>
            {
                var host = new ProgramHost<TProgram>(setup);
                try
                {
                    host.StartServer();
                    return host;
                }
                catch
                {
                    await host.DisposeAsync().ConfigureAwait(false);
                    throw;
                }
            },
            setup,
            options);
    }

    /// <summary>Builds and starts an app that the test itself sets up.</summary>
    /// <param name="builder">The builder of the app, with its services. Its addresses are replaced.</param>
    /// <param name="map">Adds middleware and endpoints.</param>
    /// <returns>The running app, on Kestrel with HTTP/1.1, with a clock that the test moves.</returns>
    /// <exception cref="StreamTestException">The app did not start. The inner exception is the cause.</exception>
    public static Task<StreamApp> StartAsync(WebApplicationBuilder builder, Action<WebApplication> map) => StartAsync(builder, map, new());

    /// <summary>Builds and starts an app that the test itself sets up.</summary>
    /// <param name="builder">The builder of the app, with its services. Its addresses are replaced.</param>
    /// <param name="map">Adds middleware and endpoints.</param>
    /// <param name="options">How the app runs.</param>
    /// <returns>The running app.</returns>
    /// <exception cref="StreamTestException">The app did not start. The inner exception is the cause.</exception>
    public static Task<StreamApp> StartAsync(WebApplicationBuilder builder, Action<WebApplication> map, StreamAppOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var setup = new HostSetup(options);
        return StartAsync(
            "The app", async () => await BuiltHost.StartAsync(builder, map, setup).ConfigureAwait(false), setup, options);
    }

    /// <summary>
    /// Opens a stream on its own connection. The task completes when the response has begun, or when the stream waits for its source: some
    /// streams send their headers only with the first item. For an endpoint that is not Jero's, it completes when the response has begun.
    /// </summary>
    /// <typeparam name="T">
    /// The item, read with the app's own JSON metadata. <see cref="string"/> takes the data of events as it is. <c>byte[]</c> takes any
    /// body in the chunks that arrive.
    /// </typeparam>
    /// <param name="path">The path and query, from the app's root.</param>
    /// <param name="lastEventId">The value of the <c>Last-Event-ID</c> header; null sends none.</param>
    /// <param name="request">
    /// Changes the request, which is a GET: its method, headers or body. It is also called for each reconnect.
    /// </param>
    /// <returns>The stream. Disposing it leaves the stream and waits for nothing.</returns>
    /// <exception cref="StreamTestException">
    /// The app answered with an error or with something that is not a stream, or did not answer.
    /// </exception>
    public async Task<StreamClient<T>> OpenAsync<T>(string path, string? lastEventId = null, Action<HttpRequestMessage>? request = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var message = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        if (lastEventId is not null)
        {
            message.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        request?.Invoke(message);
        var key = Guid.NewGuid().ToString("N");
        message.Headers.Add(StreamTracker.KeyHeader, key);
        var connection = _setup.IsKestrel
            ? ClientConnection.OverSocket(Address, PaceTime, IsHttp2)
            : ClientConnection.InProcess(_host.CreateInProcessHandler(), PaceTime);
        var session = new StreamSession(this, message, connection, _setup.Tracker.Expect(key), readsChunks: typeof(T) == typeof(byte[]));
        _sessions.Add(session);
        try
        {
            await session.OpenAsync().ConfigureAwait(false);
            return new StreamClient<T>(this, session, path, lastEventId, request);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Waits until every stream is over, and stops the app.</summary>
    /// <exception cref="StreamTestException">
    /// A stream, an enumerator or a timer of a stream is left. The app is stopped all the same.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _client.Dispose();
        foreach (var session in _sessions)
        {
            session.Dispose();
        }

        var left = await Streams.LeftAsync().ConfigureAwait(false);
        if (left.Count > 0)
        {
            _setup.Tracker.Abandon();
        }

        var stop = Task.Run(async () => await _host.DisposeAsync().ConfigureAwait(false));
        while (!stop.IsCompleted && left.Count > 0 && _options.Time is { } time)
        {
            // A source that is left holds up the host until the host's time to stop is over.
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(stop, Task.Delay(1)).ConfigureAwait(false);
        }

        await stop.ConfigureAwait(false);
        Leaks.ThrowIfAny(left, left.Count == 0 && _options.Time is not null ? Clock : null, _options.Limit);
    }

    internal Task LimitTask() => Debugger.IsAttached ? Task.Delay(Timeout.Infinite) : Task.Delay(_options.Limit);

    internal JsonTypeInfo<T> TypeInfo<T>(string stream)
    {
        var json = _host.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new StreamTestException(
                $"{stream}: the app has no JSON metadata for {typeof(T)}, so its items cannot be read as that type. {exception.Message}",
                exception);
        }
    }

    // The test's own clock and not the app's, because the client's wait is not a timer of a source.
    private TimeProvider PaceTime => _options.Time ?? TimeProvider.System;

    private static async Task<StreamApp> StartAsync(string name, Func<Task<IAppHost>> start, HostSetup setup, StreamAppOptions options)
    {
        IAppHost? host = null;
        try
        {
            host = await Task.Run(start).WaitAsync(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : StartLimit).ConfigureAwait(false);
            return new StreamApp(host, setup, options);
        }
        catch (TimeoutException exception)
        {
            throw new StreamTimeoutException($"{name} has not started within {Messages.Duration(StartLimit)}.", exception);
        }
        catch (Exception exception)
        {
            if (host is not null)
            {
                await host.DisposeAsync().ConfigureAwait(false);
            }

            var fault = setup.StartFault.Behind(exception);
            throw new StreamTestException($"{name} did not start: {fault.GetType().Name}: {fault.Message}", fault);
        }
    }

    private static Uri AddressOf(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First(address => address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)));
    }
}
