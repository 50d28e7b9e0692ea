using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Jero.Testing.Tracking;

/// <summary>Follows every request of the app, as the outermost middleware and as an observer of Jero's streams. Thread-safe.</summary>
internal sealed class StreamTracker(TimeProvider time) : IStreamObserver, IStartupFilter
{
    /// <summary>The request header that says which test stream a request belongs to. The app does not see it.</summary>
    public const string KeyHeader = "Jero-Testing-Stream";

    private readonly ConcurrentDictionary<ServerStream, StreamInfo?> _open = new();
    private readonly ConcurrentDictionary<StreamInfo, ServerStream> _observed = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ServerStream>> _expected = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The streams that are not over, oldest first.</summary>
    public IReadOnlyList<ServerStream> Open =>
        [.. _open.Keys.Where(static stream => stream is { IsStream: true, IsOver: false }).OrderBy(static stream => stream.StartedAt)];

    /// <summary>Waits for the request that comes with <paramref name="key"/>.</summary>
    public Task<ServerStream> Expect(string key) =>
        _expected.GetOrAdd(key, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Ends the requests that are still running, whatever the app does, so that the server can stop.</summary>
    public void Abandon() => _abandoned.TrySetResult();

    Action<IApplicationBuilder> IStartupFilter.Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(FollowAsync);
        next(app);
    };

    void IStreamObserver.Opened(StreamInfo stream, HttpContext http)
    {
        if (http.Features.Get<ServerStream>() is { } request)
        {
            _observed[stream] = request;
            request.Opened(stream);
        }
    }

    void IStreamObserver.Began(StreamInfo stream) => Of(stream)?.Began();

    void IStreamObserver.Waiting(StreamInfo stream, StreamWait wait)
    {
        if (wait == StreamWait.Source)
        {
            Of(stream)?.WaitsForSource();
        }
        else
        {
            Of(stream)?.Move(wait == StreamWait.Client ? StreamPlace.WaitsForClient : StreamPlace.Teardown);
        }
    }

    void IStreamObserver.Flushed(StreamInfo stream, long items, long bytes) => Of(stream)?.Flushed(items, bytes);

    void IStreamObserver.Released(StreamInfo stream)
    {
        if (Of(stream) is { } request)
        {
            request.Released();
            Forget(request);
        }
    }

    void IStreamObserver.Ended(StreamInfo stream, StopReason reason, Exception? fault)
    {
        if (Of(stream) is { } request)
        {
            request.Ended(reason, fault, time.GetUtcNow());
            Forget(request);
        }
    }

    private ServerStream? Of(StreamInfo stream) => _observed.GetValueOrDefault(stream);

    private void Forget(ServerStream stream)
    {
        if (stream.IsOver)
        {
            _open.TryRemove(stream, out _);
        }
    }

    private async Task FollowAsync(HttpContext http, RequestDelegate next)
    {
        var key = http.Request.Headers[KeyHeader].ToString();
        http.Request.Headers.Remove(KeyHeader);
        var stream = new ServerStream(http.Request.Method, http.Request.Path, time.GetUtcNow()) { IsExpected = key.Length > 0 };
        stream.MakeCurrent();
        http.Features.Set(stream);
        http.Response.OnStarting(() =>
        {
            stream.Endpoint = http.GetEndpoint();
            return Task.CompletedTask;
        });
        _open[stream] = null;
        if (_expected.TryRemove(key, out var expected))
        {
            expected.TrySetResult(stream);
        }

        Exception? fault = null;
        var run = next(http);
        try
        {
            if (await Task.WhenAny(run, _abandoned.Task).ConfigureAwait(false) == run || run.IsCompleted)
            {
                await run.ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            fault = exception;
            throw;
        }
        finally
        {
            // An abandoned request is over for the server, but not for the test.
            if (run.IsCompleted)
            {
                stream.RequestOver(http.RequestAborted.IsCancellationRequested, fault, time.GetUtcNow());
                Forget(stream);
            }
        }
    }
}
