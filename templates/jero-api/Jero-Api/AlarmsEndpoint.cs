using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Jero_Api;

/// <summary>What everybody who listens has to know.</summary>
/// <param name="Text">What has happened.</param>
public sealed record Alarm(string Text);

/// <summary>Where an alarm stands in the topic.</summary>
/// <param name="Id">The id of its event.</param>
public sealed record Raised(string Id);

[Endpoint("/alarms")]
public sealed partial class AlarmsEndpoint(Topic<Alarm> alarms)
{
    /// <summary>Each alarm as it is raised. A client that comes back gets those that it has missed.</summary>
    public SSEResponse<Alarm> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) => alarms.Stream(lastEventId);

    /// <summary>Raises an alarm, for every client that listens.</summary>
    public async Task<JSONResponse<Raised>> Post(Alarm alarm, CancellationToken cancellationToken) =>
        new(new(await alarms.PublishAsync(alarm, cancellationToken: cancellationToken)));
}
