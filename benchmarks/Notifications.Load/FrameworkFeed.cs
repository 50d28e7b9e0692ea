using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Notifications.Load;

/// <summary>The same topic as the framework sends it: read within the process, and each event serialized for each client.</summary>
internal static class FrameworkFeed
{
    public const string Path = "/framework/notifications";

    public static void Map(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<JsonOptions>>();
        app.MapGet(Path, (Topic<Notification> notifications, Topics topics, HttpContext http, [Microsoft.AspNetCore.Mvc.FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
            {
                var info = (JsonTypeInfo<Notification>)options.Value.SerializerOptions.GetTypeInfo(typeof(Notification));
                var subjects = topics.Choose(http.User.Identity!.Name!, []);
                return TypedResults.ServerSentEvents(Events(notifications, subjects, lastEventId, info, http.RequestAborted));
            })
            .RequireAuthorization();
    }

    private static async IAsyncEnumerable<SseItem<byte[]>> Events(
        Topic<Notification> notifications, string[] subjects, string? lastEventId, JsonTypeInfo<Notification> info,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reading = notifications.ReadAsync(lastEventId, subjects, cancellationToken).GetAsyncEnumerator(cancellationToken);
        // The client is told when it is a subscriber, and not before.
        var next = reading.MoveNextAsync();
        yield return new SseItem<byte[]>("{}"u8.ToArray(), "welcome");
        while (await next)
        {
            var added = reading.Current;
            yield return new SseItem<byte[]>(JsonSerializer.SerializeToUtf8Bytes(added.Item, info), added.EventName) { EventId = added.Id };
            next = reading.MoveNextAsync();
        }
    }
}
