using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Notifications.Endpoints;

[Endpoint("/notifications"), Authorize]
public sealed partial class NotificationsEndpoint(
    Topic<Notification> notifications,
    Topics topics,
    IOptions<NotificationOptions> options,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    TimeProvider time)
{
    // A timer may fire some milliseconds early, and whoever comes back at once would be let in with the old ticket.
    // https://github.com/dotnet/runtime/issues/100455
    private static readonly TimeSpan EndsAfterTicket = TimeSpan.FromSeconds(1);

    /// <summary>Notifications as they are published, until the sign-in expires or is ended.</summary>
    /// <remarks>
    /// The first event, "welcome", holds a Session and the id from which a client goes on that has seen nothing yet. Then each event has the
    /// kind of its content as its name and a Notification as its data. Where the last event seen is not kept any more, "gap" says how many
    /// are missing, if that is known, and the oldest that is kept follows. While there is nothing to send, "alive" says that the server is there.
    /// </remarks>
    /// <param name="topic">Only these topics; every topic that the user may read, unless given.</param>
    /// <param name="after">As Last-Event-ID, for a client that cannot set it; that one goes before it.</param>
    /// <param name="lastEventId">Id of the last event seen: the stream goes on after it. Anything that is no id begins with the next event.</param>
    /// <param name="http">The request.</param>
    public async Task<SSEResponse<Notification>> GetAsync(
        string[] topic, string? after, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext http)
    {
        var session = await SessionOf.RequestAsync(http, topics);
        var chosen = topics.Choose(session.User, topic);
        var left = session.Until - time.GetUtcNow();
        // The sign-in's own subject carries nothing: its streams are ended by it.
        string[] subjects = SessionOf.Subject(http) is { } own ? [.. chosen, own] : chosen;
        return new(notifications.Subscribe(lastEventId ?? after, subjects).StartWith(Welcome(session with { Topics = chosen })))
        {
            KeepAlive = options.Value.KeepAlive,
            // Not the comment, which no page sees.
            KeepAliveEvent = "alive",
            MaxDuration = (left > TimeSpan.Zero ? left : TimeSpan.Zero) + EndsAfterTicket,
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
        var id = await notifications.PublishAsync(notification, draft.Topic, draft.Content.Kind, cancellationToken);
        return TypedResults.Created((string?)null, new Published(id, notification));
    }

    private ServerSentEvent<string> Welcome(Session session)
    {
        var info = (JsonTypeInfo<Session>)json.Value.SerializerOptions.GetTypeInfo(typeof(Session));
        return new(JsonSerializer.Serialize(session, info))
        {
            Event = "welcome",
            // Not all clients in the same moment after a restart.
            Retry = options.Value.Retry * (1 + Random.Shared.NextDouble()),
        };
    }
}
