using System.Collections.Frozen;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;
using Notifications.Feeds;

namespace Notifications.Load;

/// <summary>The same feed as the framework sends it: the same subscription, the same ready JSON.</summary>
internal static class FrameworkFeed
{
    public const string Path = "/framework/notifications";

    public static void Map(WebApplication app) => app
        .MapGet(Path, (Feed feed, Topics topics, HttpContext http, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
            TypedResults.ServerSentEvents(Events(feed, topics.Choose(http.User.Identity!.Name!, []), lastEventId, http.RequestAborted)))
        .RequireAuthorization();

    private static async IAsyncEnumerable<SseItem<byte[]>> Events(
        Feed feed, FrozenSet<string> topics, string? lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = await feed.SubscribeAsync(topics, FeedId.TryParse(lastEventId, out var id) ? id : null, cancellationToken);
        yield return new SseItem<byte[]>("{}"u8.ToArray(), "welcome") { EventId = subscription.After.ToString() };
        await foreach (var added in subscription.ReadAsync(cancellationToken))
        {
            // An array of bytes is sent as it is.
            MemoryMarshal.TryGetArray(added.Data.Utf8, out var json);
            yield return new SseItem<byte[]>(json.Array!, added.Event) { EventId = added.Id };
        }
    }
}
