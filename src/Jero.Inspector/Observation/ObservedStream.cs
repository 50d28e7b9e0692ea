using System.Net;
using Jero.Inspector.Views;
using Jero.Testing.Tracking;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Observation;

/// <summary>
/// Represents one open stream: what its request said, and what has happened since. The stream's own thread writes, and any thread may read.
/// Nothing is summed up before somebody looks.
/// </summary>
internal sealed class ObservedStream : IStreamObserver
{
    private readonly StreamWatcher _watcher;
    private readonly IPAddress? _address;
    private readonly int _port;
    private readonly string? _query;
    private readonly NamedValue[] _headers;
    private readonly NamedValue[] _routeValues;
    private readonly CancellationTokenRegistration _leaving;
    private readonly long _openedAt;
    private long _items;
    private long _bytes;

    // By the watcher's clock; 0 means never.
    private long _lastItemAt;
    private long _changedAt;
    private long _sourceSince;
    private long _leftAt;
    private int _activity;

    public ObservedStream(StreamWatcher watcher, StreamInfo info, HttpContext http)
    {
        _watcher = watcher;
        Info = info;
        User = http.User.Identity?.Name;
        Protocol = http.Request.Protocol;
        _address = http.Connection.RemoteIpAddress;
        _port = http.Connection.RemotePort;
        _query = http.Request.QueryString.Value;
        _headers = watcher.Facts.HeadersOf(http.Request);
        _routeValues = watcher.Facts.RouteValuesOf(http.Request);
        _openedAt = watcher.Time.GetTimestamp();
        _changedAt = watcher.Clock.Now;
        Rate = new Rate(_openedAt);
        _leaving = http.RequestAborted.UnsafeRegister(static stream => ((ObservedStream)stream!).Leave(), this);
    }

    public StreamInfo Info { get; }

    public string? User { get; }

    public string Protocol { get; }

    public Rate Rate { get; }

    public long Items => Volatile.Read(ref _items);

    public long Bytes => Volatile.Read(ref _bytes);

    public StreamActivity Activity => (StreamActivity)Volatile.Read(ref _activity);

    public DateTimeOffset ActivityBegan => _watcher.Time.GetUtcNow() - TimeSpan.FromSeconds(_watcher.Clock.Since(Since()));

    /// <summary>How long ago the client left, in seconds; null if it has not. The stream stays open until its source has returned.</summary>
    public double? Left => AgeOf(ref _leftAt);

    /// <summary>Whether the source is disposed and its lifecycle has ended. If the host did not wait, this may come after the stream's end.</summary>
    public bool IsReleased { get; private set; }

    public TimeSpan Age => _watcher.Time.GetElapsedTime(_openedAt);

    /// <summary>How long ago the last item was sent, in seconds; null if none was.</summary>
    public double? LastItemAge => AgeOf(ref _lastItemAt);

    public string? Remote => _address is null ? null : new IPEndPoint(_address, _port).ToString();

    public void Began(StreamInfo stream) => Enter(StreamActivity.Sending);

    public void Waiting(StreamInfo stream, StreamWait wait) => Enter(wait switch
    {
        StreamWait.Source => StreamActivity.WaitingForSource,
        StreamWait.Client => StreamActivity.WaitingForClient,
        _ => StreamActivity.TearingDown,
    });

    public void Flushed(StreamInfo stream, long items, long bytes)
    {
        // Only one thread at a time writes, but a reader must not see half of a number.
        Volatile.Write(ref _items, _items + items);
        Volatile.Write(ref _bytes, _bytes + bytes);
        if (items > 0)
        {
            Volatile.Write(ref _lastItemAt, _watcher.Clock.Now);
            Volatile.Write(ref _sourceSince, 0);
        }

        Volatile.Write(ref _activity, (int)StreamActivity.Sending);
    }

    public void Released(StreamInfo stream) => IsReleased = true;

    public void Ended(StreamInfo stream, StopReason reason, Exception? fault)
    {
        // Releases the request.
        _leaving.Unregister();
        _watcher.Ended(this, reason, fault);
    }

    public OpenStream ToView() => new()
    {
        Id = Info.Id,
        Method = Info.Method,
        Route = Info.Route,
        User = User,
        Remote = Remote,
        Protocol = Protocol,
        Age = Age.TotalSeconds,
        Items = Items,
        Bytes = Bytes,
        ItemsPerSecond = Rate.Items,
        BytesPerSecond = Rate.Bytes,
        LastItem = LastItemAge,
        Activity = Activity,
        ActivitySince = _watcher.Clock.Since(Since()),
        Left = Left,
        Backlog = Info.Backlog,
        Source = SourceName.Of(Info.SourceType),
    };

    public StreamDetails ToDetails() => new()
    {
        Stream = ToView(),
        StartedAt = Info.StartedAt,
        TraceIdentifier = Info.TraceIdentifier,
        RouteValues = _routeValues,
        Query = _watcher.Facts.QueryOf(_query),
        Headers = _headers,
    };

    /// <summary>
    /// Records what the stream does. One wait may be reported more than once: it counts from the first time, and a wait for the source
    /// continues over keepalives.
    /// </summary>
    private void Enter(StreamActivity activity)
    {
        if (_activity == (int)activity)
        {
            return;
        }

        var now = _watcher.Clock.Now;
        if (activity == StreamActivity.WaitingForSource && _sourceSince == 0)
        {
            Volatile.Write(ref _sourceSince, now);
        }

        Volatile.Write(ref _changedAt, now);
        Volatile.Write(ref _activity, (int)activity);
    }

    private void Leave() => Volatile.Write(ref _leftAt, _watcher.Clock.Now);

    private double? AgeOf(ref long moment) => Volatile.Read(ref moment) is not 0 and var at ? _watcher.Clock.Since(at) : null;

    private long Since() => Activity switch
    {
        StreamActivity.WaitingForSource when Volatile.Read(ref _sourceSince) is not 0 and var since => since,
        StreamActivity.Sending => Math.Max(Volatile.Read(ref _changedAt), Volatile.Read(ref _lastItemAt)),
        _ => Volatile.Read(ref _changedAt),
    };
}
