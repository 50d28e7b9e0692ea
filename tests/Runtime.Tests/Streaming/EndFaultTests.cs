using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming;

/// <summary>What goes wrong around the end of a stream.</summary>
public sealed class EndFaultTests
{
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    private readonly Probe _probe = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_logger_and_a_listener_that_throw_do_not_keep_teardown_from_running()
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => SendAsync(http, _probe.Lifecycle(_probe.Ready(1, new InvalidDataException())))),
            services => services.AddSingleton<ILoggerProvider, ThrowingLogs>());
        var factory = app.Web.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener { InstrumentPublished = Enable };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException());
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException());
        listener.Start();

        using var client = await RawClient.ReadWholeAsync(app, "/");

        Assert.False(client.IsWhole);
        Assert.Equal("set up, open, closed, torn down, disposed", _probe.Steps);

        void Enable(Instrument instrument, MeterListener listener)
        {
            // Other tests have apps at the same time.
            if (instrument.Meter.Name == "Jero" && instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        }
    }

    [Fact]
    public async Task A_lifecycle_with_a_second_stream_has_not_completed()
    {
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Twice()
        {
            yield return _probe.Ready(1);
            await Task.Yield();
            yield return _probe.Ready(1);
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Twice()))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.False(client.IsWhole);
        Assert.True(app.Log.HasEnded("SourceFaulted"));
        Assert.False(app.Log.HasEnded("Completed"));
    }

    [Fact]
    public async Task A_slow_disposal_does_not_hold_up_the_end_of_the_body()
    {
        var release = new TaskCompletionSource();
        async IAsyncEnumerable<Movie> Slow()
        {
            try
            {
                yield return new Movie("first");
            }
            finally
            {
                await release.Task;
            }
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(new SlowlyDisposed(Slow(), release.Task)))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("\r\n0\r\n\r\n");
        Assert.False(app.Log.HasEnded("Completed"));
        release.SetResult();
        await App.UntilAsync(() => app.Log.HasEnded("Completed"), "the stream ends");
    }

    [Fact]
    public async Task A_time_limit_of_a_middleware_is_answered_by_that_middleware()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.Use(async (http, next) =>
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
                limit.CancelAfter(100);
                http.RequestAborted = limit.Token;
                try
                {
                    await next(http);
                }
                catch (OperationCanceledException) when (!http.Response.HasStarted)
                {
                    http.Response.StatusCode = 504;
                }
            });
            web.MapGet("/", http => SendAsync(http, _probe.WaitThenOne(new TaskCompletionSource().Task)));
        });
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 504 ", client.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_blocks_is_reported_while_it_blocks()
    {
        using var release = new ManualResetEventSlim();
        async IAsyncEnumerable<Movie> Blocking([EnumeratorCancellation] CancellationToken token = default)
        {
            await Task.Yield();
            yield return new Movie("first");
            _probe.Note("blocks");
            release.Wait(CancellationToken.None);
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => SendAsync(http, Blocking())),
            services => services.AddSingleton<TimeProvider>(_time).AddJero(static options => options.MaxDuration = MaxDuration));
        using var meters = new StreamMeters(app);
        using var client = await RawClient.SendAsync(app, "/");
        await App.UntilAsync(() => _probe.Steps == "blocks", "the source blocks");
        await App.UntilAsync(
            () =>
            {
                _time.Advance(MaxDuration);
                return meters.Unresponsive.GetMeasurementSnapshot().Count > 0;
            },
            "the source is counted");
        Assert.Contains(app.Log.OfJero, line => line.Message.Contains("has not returned", StringComparison.Ordinal));
        release.Set();
        await client.UntilClosedAsync();
        Assert.False(client.IsWhole);
    }

    [Fact]
    public async Task A_source_stop_timeout_without_end_does_not_cut_off_a_slow_client()
    {
        const int Size = 2_000_000;
        async IAsyncEnumerable<string> Large()
        {
            await Task.CompletedTask;
            yield return new string('x', Size);
            await Task.Delay(Timeout.Infinite);
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync(http, new SSEResponse(Large()) { MaxDuration = MaxDuration })),
            services => services.AddSingleton<TimeProvider>(_time).AddJero(options => options.SourceStopTimeout = Timeout.InfiniteTimeSpan));
        using var client = await RawClient.SendAsync(app, "/", receiveBuffer: 4096);
        await client.UntilAsync("data: x");
        _time.Advance(MaxDuration);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await client.UntilAsync("\r\n0\r\n\r\n");
        Assert.InRange(client.Body.Length, Size, int.MaxValue);
    }

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<Movie> source) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(source));

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<IAsyncEnumerable<Movie>> lifecycle) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(lifecycle));

    private sealed class SlowlyDisposed(IAsyncEnumerable<Movie> source, Task disposed) : IAsyncEnumerable<Movie>
    {
        public IAsyncEnumerator<Movie> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Enumerator(source.GetAsyncEnumerator(cancellationToken), disposed);

        private sealed class Enumerator(IAsyncEnumerator<Movie> source, Task disposed) : IAsyncEnumerator<Movie>
        {
            private int _moves;

            public Movie Current => source.Current;

            public async ValueTask<bool> MoveNextAsync() => _moves++ == 0 && await source.MoveNextAsync();

            public async ValueTask DisposeAsync()
            {
                await disposed;
                await source.DisposeAsync();
            }
        }
    }

    private sealed class ThrowingLogs : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Jero.", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("The log is full.");

        public void Dispose()
        {
        }
    }
}
