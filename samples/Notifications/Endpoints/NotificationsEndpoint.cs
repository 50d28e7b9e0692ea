using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications.Endpoints;

[Endpoint("/notifications"), Authorize]
public sealed partial class NotificationsEndpoint(
    Feed feed, INotificationStore store, Topics topics, IOptions<NotificationOptions> options, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, TimeProvider time)
{
    private const string Welcome = "welcome";

    /// <summary>Notifications as they are published, until the sign-in expires or is ended.</summary>
    /// <remarks>
    /// The first event, "welcome", holds a Session and the id from which a client goes on that has seen nothing yet. Then each event has the
    /// kind of its content as its name and a Notification as its data. Where the last event seen is not kept any more, "gap" comes before
    /// the oldest that is. The stream of a client that is too slow ends; reconnecting, it misses nothing.
    /// </remarks>
    /// <param name="topic">Only these topics; every topic that the user may read, unless given.</param>
    /// <param name="after">As Last-Event-ID, for a client that cannot set it; that one goes before it.</param>
    /// <param name="lastEventId">Id of the last event seen: the stream goes on after it. Anything that is no id begins with the next event.</param>
    /// <param name="http">The request.</param>
    public async Task<SSEResponse<ReadyJson>> GetAsync(
        string[] topic, string? after, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext http)
    {
        var session = await SessionOf.RequestAsync(http, topics);
        var chosen = topics.Choose(session.User, topic);
        FeedId? last = FeedId.TryParse(lastEventId ?? after, out var id) ? id : null;
        var left = session.Until - time.GetUtcNow();
        return new(Events(session with { Topics = [.. chosen.Order(StringComparer.Ordinal)] }, chosen, SessionOf.Topic(http), last))
        {
            KeepAlive = options.Value.KeepAlive,
            MaxDuration = left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1),
        };
    }

    /// <summary>Publishes a notification. When this is answered with 201, it is stored.</summary>
    /// <remarks>404: there is no such topic. 503: the store is away; the notification may be stored or not.</remarks>
    /// <param name="draft">What is to be published.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public async Task<Created<Published>> PostAsync(Draft draft, HttpContext http, CancellationToken cancellationToken)
    {
        DraftRules.Check(draft);
        topics.RequireWritable(draft.Topic);
        var notification = new Notification(draft.Topic, http.User.Identity!.Name!, time.GetUtcNow(), draft.Content);
        var id = await store.AppendAsync(draft.Topic, draft.Content.Kind, Serialize(notification), cancellationToken);
        return TypedResults.Created((string?)null, new Published(id.ToString(), notification));
    }

    private async IAsyncEnumerable<ServerSentEvent<ReadyJson>> Events(
        Session session, FrozenSet<string> chosen, string? own, FeedId? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var subscription = await feed.SubscribeAsync(own is null ? chosen : chosen.Append(own).ToFrozenSet(StringComparer.Ordinal), after, cancellationToken);
        yield return new(new ReadyJson(Serialize(session)))
        {
            Event = Welcome,
            Id = subscription.After.ToString(),
            // Not all clients in the same moment after a restart.
            Retry = options.Value.Retry * (1 + Random.Shared.NextDouble()),
        };
        await foreach (var added in subscription.ReadAsync(cancellationToken))
        {
            if (added.Event == FeedEvent.SignedOut) yield break;
            yield return added;
        }
    }

    private byte[] Serialize<T>(T value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)json.Value.SerializerOptions.GetTypeInfo(typeof(T)));
}
