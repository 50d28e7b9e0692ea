using Microsoft.AspNetCore.Http;

namespace Jero.Testing.Tracking;

/// <summary>
/// Follows one request on the server: by Jero's observer if the endpoint is Jero's, otherwise only by the middleware. Thread-safe.
/// </summary>
internal sealed class ServerStream(string method, string path, DateTimeOffset startedAt)
{
    private static readonly AsyncLocal<StreamFlow?> OfThisFlow = new();

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = New();
    private StreamInfo? _info;
    private bool _isEnded;
    private bool _isReleased;
    private bool _isRequestOver;
    private volatile int _waits;

    /// <summary>The flow of the request that the current code runs for.</summary>
    public static StreamFlow? Current => OfThisFlow.Value;

    /// <summary>Whether a test has opened it by <see cref="StreamApp.OpenAsync"/>.</summary>
    public bool IsExpected { get; init; }

    public StreamPlace Place { get; private set; }

    /// <summary>Whether an observer of Jero reports it.</summary>
    public bool IsObserved => _info is not null;

    /// <summary>Whether the response has begun, if the stream is Jero's: its headers are on their way.</summary>
    public bool HasBegun { get; private set; }

    public long Items { get; private set; }

    public long Bytes { get; private set; }

    public StopReason Reason { get; private set; }

    public Exception? Fault { get; private set; }

    public DateTimeOffset StartedAt { get; private set; } = startedAt;

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The endpoint, once the response has started.</summary>
    public Endpoint? Endpoint { get; set; }

    /// <summary>Whether everything is over: the request, the stream and its source.</summary>
    public bool IsOver => _isRequestOver && (!IsObserved || (_isEnded && _isReleased));

    /// <summary>Whether it streams, or may.</summary>
    public bool IsStream => IsExpected || IsObserved;

    public string Method => method;

    public string Route => _info?.Route ?? (Endpoint as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? path;

    /// <summary>The name of the source; null if it is not known.</summary>
    public string? Source => _info is null ? null : SourceName.Of(_info.SourceType);

    /// <summary>The number of waits for the source that have begun.</summary>
    public int Waits => _waits;

    /// <summary>Completes with the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Makes this the request that the current code runs for, and what it calls from now on.</summary>
    public void MakeCurrent() => OfThisFlow.Value = new(this, _waits);

    public void Opened(StreamInfo info)
    {
        _info = info;
        StartedAt = info.StartedAt;
        Move(StreamPlace.SetUp);
    }

    public void Began()
    {
        HasBegun = true;
        Move(StreamPlace.Source);
    }

    public void Move(StreamPlace place)
    {
        Place = place;
        Pulse();
    }

    /// <summary>Called by the loop that pulls the source, in whose flow the next call of the source runs.</summary>
    public void WaitsForSource()
    {
        _waits++;
        MakeCurrent();
        Move(StreamPlace.WaitsForSource);
    }

    public void Flushed(long items, long bytes)
    {
        // The place first: whoever sees the bytes must not take the wait before them for the one behind them.
        Place = StreamPlace.Source;
        Items += items;
        Bytes += bytes;
        Pulse();
    }

    public void Released()
    {
        _isReleased = true;
        Move(_isEnded ? StreamPlace.Ended : StreamPlace.Teardown);
    }

    public void Ended(StopReason reason, Exception? fault, DateTimeOffset now)
    {
        (Reason, Fault, EndedAt, _isEnded) = (reason, fault, now, true);
        Move(_isReleased ? StreamPlace.Ended : StreamPlace.LeftBehind);
    }

    /// <summary>Called when the request is over. For an endpoint that is not Jero's, nothing more is known.</summary>
    public void RequestOver(bool isAborted, Exception? fault, DateTimeOffset now)
    {
        if (!IsObserved)
        {
            Reason = isAborted ? StopReason.ClientGone : fault is null ? StopReason.Completed : StopReason.SourceFaulted;
            Fault = isAborted ? null : fault;
            EndedAt = now;
            Place = StreamPlace.Ended;
        }

        _isRequestOver = true;
        Pulse();
    }

    /// <summary>Wakes everything that waits for a change.</summary>
    public void Pulse()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = New();
        }

        changed.SetResult();
    }

    /// <summary>Waits for <paramref name="condition"/>. Returns false if <paramref name="limit"/> is over first.</summary>
    public async Task<bool> WaitAsync(Func<bool> condition, Task limit)
    {
        while (true)
        {
            var changed = Changed;
            if (condition())
            {
                return true;
            }

            if (limit.IsCompleted)
            {
                return false;
            }

            await Task.WhenAny(changed, limit).ConfigureAwait(false);
        }
    }

    /// <summary>Describes what it is doing, as the end of a sentence that begins with its route.</summary>
    public string Standing()
    {
        var sent = $"after {Messages.Items(Items)} ({Messages.Bytes(Bytes)})";
        return Place switch
        {
            StreamPlace.Handler when Endpoint is null => "the app has not answered",
            StreamPlace.Handler => $"its handler ({Endpoint.DisplayName}) is still running; it is not an endpoint of Jero, so no more is known",
            StreamPlace.SetUp => $"the source {Source} is being set up",
            StreamPlace.Source or StreamPlace.WaitsForSource => $"the source {Source} is in MoveNextAsync, {sent}",
            StreamPlace.WaitsForClient => $"a flush waits for the client to read, {sent}",
            StreamPlace.Teardown when !_isReleased => $"teardown is running: the source {Source} is being disposed, {sent}",
            StreamPlace.LeftBehind => $"the host has stopped without the source {Source}, whose enumerator is not disposed",
            StreamPlace.Ended when !_isRequestOver => $"the stream has ended ({Reason}), and the request is still running",
            _ => $"the stream has ended ({Reason}), {sent}",
        };
    }

    /// <summary>Describes what a client that has left waits for.</summary>
    public string Awaited() => Place switch
    {
        StreamPlace.Handler => "the handler",
        StreamPlace.SetUp => $"the set-up of {Source}",
        StreamPlace.Source or StreamPlace.WaitsForSource => $"MoveNextAsync of {Source} (does it observe its cancellation token?)",
        StreamPlace.WaitsForClient => "the flush",
        StreamPlace.Teardown => $"the teardown of {Source}",
        _ => "the request",
    };

    public override string ToString() => $"{Method} {Route}: {Standing()}";

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
