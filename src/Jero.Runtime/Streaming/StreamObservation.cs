using System.Runtime.CompilerServices;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>Tells the app's observers and its traces about one stream. There is no instance if the app has neither.</summary>
internal sealed class StreamObservation
{
    private static readonly ConditionalWeakTable<IStreamObserver, IStreamObserver> Failed = [];

    private readonly StreamSettings _settings;
    private readonly HttpContext _http;
    private readonly StreamTrace? _trace;
    private readonly StreamInfo _stream;

    // In the order of the app's observers; null for an observer that does not follow the stream.
    private IStreamObserver?[] _observers = [];

    private StreamObservation(StreamSettings settings, HttpContext http, StreamTrace? trace, object source)
    {
        _settings = settings;
        _http = http;
        _trace = trace;
        _stream = new()
        {
            Route = settings.Route,
            Method = http.Request.Method,
            TraceIdentifier = http.TraceIdentifier,
            StartedAt = settings.Time.GetUtcNow(),
            SourceType = TypeOf(source),
        };
    }

    /// <summary>Reports a stream that opens. Returns null if nobody observes it.</summary>
    public static StreamObservation? Open(StreamSettings settings, HttpContext http, StreamStop stop, SourceEnumeration source)
    {
        var trace = StreamTrace.Start(settings, http);
        if (trace is null && settings.Observers.Length == 0)
        {
            return null;
        }

        var unused = source.Unused!;
        var observation = new StreamObservation(settings, http, trace, unused);
        observation._stream.Open(() => stop.Request(StopReason.Stopped), unused is ICountedSource counted ? () => counted.Backlog : null);
        observation._observers = observation.Followers();
        if (trace is null && Array.TrueForAll(observation._observers, static observer => observer is null))
        {
            return null;
        }

        observation.Tell(Call.Opened);
        return observation;
    }

    /// <summary>Called when the caller begins to run the stream.</summary>
    public void Entered() => _trace?.MakeCurrent();

    public void Began()
    {
        _trace?.Began(_http.Response.StatusCode);
        Tell(Call.Began);
    }

    public void FirstItem() => _trace?.FirstItem();

    /// <summary>Called when the lifecycle has yielded the stream.</summary>
    public void Yielded(object stream) => _stream.SourceType = TypeOf(stream);

    public void Waiting(StreamWait wait)
    {
        if (wait == StreamWait.Source)
        {
            _trace?.WaitsForSource();
        }

        Tell(Call.Waiting, (long)wait);
    }

    /// <summary>Called when a wait for the source is over or given up.</summary>
    public void SourceIsBack() => _trace?.SourceIsBack();

    /// <summary>Called when a wait for the client was a long one.</summary>
    public void Stalled(TimeSpan waited) => _trace?.Stalled(waited);

    public void Flushed(long items, long bytes) => Tell(Call.Flushed, items, bytes);

    public void Released() => Tell(Call.Released);

    public void Ended(StopReason reason, Exception? fault, long items, long bytes)
    {
        _stream.Close();
        _trace?.Ended(reason, fault, items, bytes);
        Tell(Call.Ended, (long)reason, fault: fault);
    }

    private static Type TypeOf(object source) => source switch
    {
        StreamChunks chunks => chunks.SourceType,
        PipeReaderChunks chunks => chunks.SourceType,
        _ => source.GetType(),
    };

    /// <summary>
    /// Returns the observers that follow the stream on behalf of the app's observers. It is the app's own array if each of them follows the
    /// stream itself.
    /// </summary>
    private IStreamObserver?[] Followers()
    {
        IStreamObserver?[] followers = _settings.Observers;
        for (var i = 0; i < _settings.Observers.Length; i++)
        {
            IStreamObserver? follower = null;
            try
            {
                follower = _settings.Observers[i].Follow(_stream, _http);
            }
            catch (Exception exception)
            {
                LogFailure(_settings.Observers[i], exception);
            }

            if (follower != _settings.Observers[i])
            {
                followers = followers == _settings.Observers ? [.. _settings.Observers] : followers;
                followers[i] = follower;
            }
        }

        return followers;
    }

    private void Tell(Call call, long first = 0, long second = 0, Exception? fault = null)
    {
        for (var i = 0; i < _observers.Length; i++)
        {
            if (_observers[i] is not { } observer)
            {
                continue;
            }

            try
            {
                switch (call)
                {
                    case Call.Opened:
                        observer.Opened(_stream, _http);
                        break;
                    case Call.Began:
                        observer.Began(_stream);
                        break;
                    case Call.Waiting:
                        observer.Waiting(_stream, (StreamWait)first);
                        break;
                    case Call.Flushed:
                        observer.Flushed(_stream, first, second);
                        break;
                    case Call.Released:
                        observer.Released(_stream);
                        break;
                    default:
                        observer.Ended(_stream, (StopReason)first, fault);
                        break;
                }
            }
            catch (Exception exception)
            {
                LogFailure(_settings.Observers[i], exception);
            }
        }
    }

    private void LogFailure(IStreamObserver observer, Exception exception)
    {
        if (Failed.TryAdd(observer, observer))
        {
            StreamLog.ObserverFailed(_settings.Logger, _settings.Route, observer.GetType(), exception);
        }
    }

    private enum Call
    {
        Opened,
        Began,
        Waiting,
        Flushed,
        Released,
        Ended,
    }
}
