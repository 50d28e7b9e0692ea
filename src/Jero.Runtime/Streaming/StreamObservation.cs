using System.Runtime.CompilerServices;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>What the app's observers are told of one stream. There is none where the app has no observer.</summary>
internal sealed class StreamObservation(StreamSettings settings, HttpContext http, StreamStop stop, object source)
{
    private static readonly ConditionalWeakTable<IStreamObserver, IStreamObserver> Failed = [];

    private readonly StreamInfo _stream = new()
    {
        Route = settings.Route,
        Method = http.Request.Method,
        TraceIdentifier = http.TraceIdentifier,
        StartedAt = settings.Time.GetUtcNow(),
        SourceType = TypeOf(source),
    };

    public void Opened()
    {
        _stream.Open(() => stop.Request(StopReason.Stopped), source is ICountedSource counted ? () => counted.Backlog : null);
        Tell(Call.Opened);
    }

    public void Began() => Tell(Call.Began);

    /// <summary>The lifecycle has yielded the stream.</summary>
    public void Yielded(object stream) => _stream.SourceType = TypeOf(stream);

    public void Waiting(StreamWait wait) => Tell(Call.Waiting, (long)wait);

    public void Flushed(long items, long bytes) => Tell(Call.Flushed, items, bytes);

    public void Released() => Tell(Call.Released);

    public void Ended(StopReason reason, Exception? fault)
    {
        _stream.Close();
        Tell(Call.Ended, (long)reason, fault: fault);
    }

    private static Type TypeOf(object source) => source switch
    {
        StreamChunks chunks => chunks.SourceType,
        PipeReaderChunks chunks => chunks.SourceType,
        _ => source.GetType(),
    };

    private void Tell(Call call, long first = 0, long second = 0, Exception? fault = null)
    {
        foreach (var observer in settings.Observers)
        {
            try
            {
                switch (call)
                {
                    case Call.Opened:
                        observer.Opened(_stream, http);
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
                if (Failed.TryAdd(observer, observer))
                {
                    StreamLog.ObserverFailed(settings.Logger, settings.Route, observer.GetType(), exception);
                }
            }
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
