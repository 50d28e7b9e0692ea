using System.Collections.Concurrent;
using System.Diagnostics;

namespace Runtime.Tests.Streaming.Traces;

/// <summary>
/// What an exporter of traces would get: the activities that end while this listens. Of the whole process, so each test has a route of its
/// own.
/// </summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public Spans(params string[] sources)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public static Spans OfStreamsAndRequests() => new("Jero", "Microsoft.AspNetCore");

    public static string EventsOf(Activity activity) => string.Join(", ", activity.Events.Select(each => each.Name));

    /// <summary>The one stream of a route, once it has ended.</summary>
    public Task<Activity> StreamAsync(string route) =>
        EndedAsync(activity => activity.OperationName == "jero.stream" && Equals(activity.GetTagItem("http.route"), route));

    /// <summary>The request that a stream is linked to, once it has ended.</summary>
    public Task<Activity> RequestOfAsync(Activity stream)
    {
        var link = Assert.Single(stream.Links);
        return EndedAsync(activity => activity.SpanId == link.Context.SpanId);
    }

    public async Task<Activity> EndedAsync(Func<Activity, bool> isIt)
    {
        await App.UntilAsync(() => _ended.Any(isIt), "the activity has ended");
        return Assert.Single(_ended, activity => isIt(activity));
    }

    public bool HasAny(Func<Activity, bool> isIt) => _ended.Any(isIt);

    public void Dispose() => _listener.Dispose();
}
