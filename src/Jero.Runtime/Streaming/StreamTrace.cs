using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jero.Streaming;

/// <summary>
/// Records the activity of one stream for listeners of <c>ActivitySource("Jero")</c>. The request's own activity would last as long as the
/// stream and spoil every percentile, so it ends where the response begins, and the stream has a trace of its own that links to it.
/// </summary>
internal sealed class StreamTrace
{
    private const string RequestName = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    // By default exporters keep 128 events of an activity, and the last one says how it ended.
    private const int MostWaits = 100;

    private static readonly ActivitySource Source = new("Jero");

    private readonly StreamSettings _settings;
    private readonly Activity? _request;
    private readonly Activity? _activity;
    private long _waitsSince;
    private int _gaps;
    private int _stalls;

    private StreamTrace(StreamSettings settings, Activity? request, Activity? activity)
    {
        _settings = settings;
        _request = request;
        _activity = activity;
    }

    /// <summary>Starts the activity. Returns null if nobody listens.</summary>
    public static StreamTrace? Start(StreamSettings settings, HttpContext http)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var current = Activity.Current;
        var request = current ?? http.Features.Get<IHttpActivityFeature>()?.Activity;
        try
        {
            // Otherwise it would be a child of the request's activity.
            Activity.Current = null;
            var activity = Source.StartActivity(
                "jero.stream", ActivityKind.Internal, parentContext: default, TagsOf(settings, http.Request.Method), LinksTo(request));
            return new StreamTrace(settings, request, activity);
        }
        catch (Exception)
        {
            // The listener threw, and that must not end the stream.
            return null;
        }
        finally
        {
            Activity.Current = current;
        }
    }

    /// <summary>
    /// Makes the activity the current one, so that what the caller starts from here on, such as a query of the source, belongs to the
    /// stream.
    /// </summary>
    public void MakeCurrent()
    {
        if (_activity is not null)
        {
            Activity.Current = _activity;
        }
    }

    public void Began(int statusCode)
    {
        // It is still exported at the end of the request. ASP.NET Core keeps an end that is already set.
        var now = DateTime.UtcNow;
        for (var activity = _request; activity is not null; activity = activity.Parent)
        {
            if (activity.OperationName == RequestName && activity.Duration == TimeSpan.Zero)
            {
                activity.SetEndTime(now);
            }
        }

        _activity?.SetTag("http.response.status_code", statusCode);
    }

    public void FirstItem() => _activity?.AddEvent(new ActivityEvent("first_item"));

    /// <summary>Called when the stream begins to wait for its source, or continues to.</summary>
    public void WaitsForSource()
    {
        if (_waitsSince == 0 && _settings.GapThreshold is not null)
        {
            _waitsSince = _settings.Time.GetTimestamp();
        }
    }

    public void SourceIsBack()
    {
        if (_waitsSince != 0)
        {
            var waited = _settings.Time.GetElapsedTime(_waitsSince);
            _waitsSince = 0;
            if (waited >= _settings.GapThreshold)
            {
                Waited("gap", waited, ++_gaps);
            }
        }
    }

    public void Stalled(TimeSpan waited) => Waited("stall", waited, ++_stalls);

    public void Ended(StopReason reason, Exception? fault, long items, long bytes)
    {
        if (_activity is null)
        {
            return;
        }

        var word = StopReasonNames.Of(reason);
        _activity.SetTag("jero.stop_reason", word);
        _activity.SetTag("jero.stream.items", items);
        _activity.SetTag("jero.stream.bytes", bytes);
        _activity.SetTag("jero.stream.gaps", _gaps);
        _activity.SetTag("jero.stream.stalls", _stalls);
        if (fault is not null)
        {
            _activity.SetTag("error.type", fault.GetType().FullName);
            _activity.SetStatus(ActivityStatusCode.Error, fault.Message);
            _activity.AddEvent(new ActivityEvent("exception", tags: new()
            {
                { "exception.type", fault.GetType().FullName },
                { "exception.message", fault.Message },
                { "exception.stacktrace", fault.ToString() },
            }));
        }

        _activity.AddEvent(new ActivityEvent("end", tags: new() { { "jero.stop_reason", word } }));
        try
        {
            _activity.Stop();
        }
        catch (Exception)
        {
            // As above.
        }
    }

    // Iterators, because a collection of either struct would add all of the collection's methods to a native binary.
    private static IEnumerable<KeyValuePair<string, object?>> TagsOf(StreamSettings settings, string method)
    {
        yield return new("http.route", settings.Route);
        yield return new("http.request.method", method);
        yield return new("jero.wrapper", settings.Wrapper.Name);
    }

    private static IEnumerable<ActivityLink> LinksTo(Activity? request)
    {
        if (request is { IdFormat: ActivityIdFormat.W3C })
        {
            yield return new ActivityLink(request.Context);
        }
    }

    private void Waited(string name, TimeSpan waited, int count)
    {
        if (count <= MostWaits / 2)
        {
            _activity?.AddEvent(new ActivityEvent(name, tags: new() { { "jero.wait.duration", waited.TotalSeconds } }));
        }
    }
}
