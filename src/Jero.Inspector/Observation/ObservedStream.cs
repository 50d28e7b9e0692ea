using System.Net;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Observation;

/// <summary>
/// One open stream: what its request said, and what has happened since. The stream's own thread writes, whoever looks reads; nothing of it
/// is summed up before somebody does.
/// </summary>
internal sealed class ObservedStream
{
    private readonly TimeProvider _time;
    private readonly IPAddress? _address;
    private readonly int _port;
    private readonly string? _query;
    private readonly NamedValue[] _headers;
    private readonly NamedValue[] _routeValues;
    private readonly CancellationTokenRegistration _leaving;
    private readonly long _openedAt;
    private long _items;
    private long _bytes;
    private long _lastItemAt;
    private long _changedAt;
    private long _sourceSince;
    private long _leftAt;
    private int _activity;

    public ObservedStream(StreamInfo info, HttpContext http, TimeProvider time, ShownFacts facts)
    {
        Info = info;
        User = http.User.Identity?.Name;
        Protocol = http.Request.Protocol;
        _time = time;
        _address = http.Connection.RemoteIpAddress;
        _port = http.Connection.RemotePort;
        _query = http.Request.QueryString.Value;
        _headers = facts.HeadersOf(http.Request);
        _routeValues = facts.RouteValuesOf(http.Request);
        _openedAt = _changedAt = time.GetTimestamp();
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

    /// <summary>How long ago the client left, in seconds; null where it has not. The stream is open until its source has come back.</summary>
    public double? Left => Volatile.Read(ref _leftAt) is not 0 and var at ? _time.GetElapsedTime(at).TotalSeconds : null;

    /// <summary>Whether the source is disposed and its lifecycle run out.</summary>
    public bool IsReleased { get; private set; }

    public TimeSpan Age => _time.GetElapsedTime(_openedAt);

    /// <summary>In seconds; null where none has come.</summary>
    public double? LastItemAge => Volatile.Read(ref _lastItemAt) is not 0 and var at ? _time.GetElapsedTime(at).TotalSeconds : null;

    public string? Remote => _address is null ? null : new IPEndPoint(_address, _port).ToString();

    /// <summary>One wait may be told of more than once: it lasts since the first time, and that for the source goes on over keepalives.</summary>
    public void Enter(StreamActivity activity)
    {
        if (activity == StreamActivity.WaitingForSource && _sourceSince == 0)
        {
            Volatile.Write(ref _sourceSince, _time.GetTimestamp());
        }

        if (_activity != (int)activity)
        {
            Volatile.Write(ref _changedAt, _time.GetTimestamp());
            Volatile.Write(ref _activity, (int)activity);
        }
    }

    public void Flushed(long items, long bytes)
    {
        // One thread at a time writes; a reader needs each number whole.
        Volatile.Write(ref _items, _items + items);
        Volatile.Write(ref _bytes, _bytes + bytes);
        if (items > 0)
        {
            Volatile.Write(ref _lastItemAt, _time.GetTimestamp());
            Volatile.Write(ref _sourceSince, 0);
        }

        Volatile.Write(ref _activity, (int)StreamActivity.Sending);
    }

    public void Release() => IsReleased = true;

    /// <summary>The stream is over: its request must not be held any longer.</summary>
    public void End() => _leaving.Unregister();

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
        ActivitySince = _time.GetElapsedTime(Since()).TotalSeconds,
        Left = Left,
        Backlog = Info.Backlog,
        Source = Testing.Tracking.SourceName.Of(Info.SourceType),
    };

    public StreamDetails ToDetails(ShownFacts facts) => new()
    {
        Stream = ToView(),
        StartedAt = Info.StartedAt,
        TraceIdentifier = Info.TraceIdentifier,
        RouteValues = _routeValues,
        Query = facts.QueryOf(_query),
        Headers = _headers,
    };

    private void Leave() => Volatile.Write(ref _leftAt, _time.GetTimestamp());

    private long Since() =>
        Activity == StreamActivity.WaitingForSource && Volatile.Read(ref _sourceSince) is not 0 and var since
            ? since
            : Volatile.Read(ref _changedAt);
}
