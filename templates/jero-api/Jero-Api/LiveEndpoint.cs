using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Jero_Api;

[Endpoint("/readings/live")]
public sealed partial class LiveEndpoint(Sensor sensor)
{
    /// <summary>A reading a second as server-sent events, after the last one that was seen.</summary>
    public SSEResponse<Reading> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(Events(int.TryParse(lastEventId, out var last) && last > 0 ? last : 0));

    private async IAsyncEnumerable<ServerSentEvent<Reading>> Events(int after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var reading in sensor.FollowAsync(after, cancellation))
        {
            yield return new ServerSentEvent<Reading>(reading) { Event = "reading", Id = $"{reading.Number}" };
        }
    }
}
