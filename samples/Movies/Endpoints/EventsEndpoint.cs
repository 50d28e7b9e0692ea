using System.Globalization;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Movies;

[Endpoint("/events")]
public sealed partial class EventsEndpoint(MovieStore store, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>A film every half second, in the order of their ids.</summary>
    /// <remarks>After the last film the feed stays open and waits for another.</remarks>
    /// <param name="lastEventId">
    /// Id of the last film that the client has seen: the feed goes on after it. Anything but a number starts at the first film.
    /// </param>
    public SSEResponse<Movie> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId)
    {
        _ = int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last);
        return new(FollowAsync(last)) { KeepAlive = TimeSpan.FromSeconds(15) };
    }

    private async IAsyncEnumerable<ServerSentEvent<Movie>> FollowAsync(
        int last, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            // A query each time: no connection is held while the feed waits.
            if (await store.FindAfterAsync(last, cancellationToken) is not { } movie) continue;
            last = movie.Id;
            yield return new(movie) { Id = movie.Id.ToString(CultureInfo.InvariantCulture) };
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
