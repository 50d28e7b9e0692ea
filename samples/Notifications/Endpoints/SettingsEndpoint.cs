using Jero;
using Microsoft.Extensions.Options;

namespace Notifications.Endpoints;

[Endpoint("/settings")]
public sealed partial class SettingsEndpoint(Topics topics, IOptions<NotificationOptions> options)
{
    /// <summary>What a page has to know before anybody has signed in.</summary>
    public JSONResponse<PageSettings> Get() => new(new PageSettings(topics.Users, options.Value.KeepAlive.TotalSeconds));
}

/// <summary>What a page has to know before anybody has signed in.</summary>
/// <param name="Users">Who may sign in: this is a demonstration, and names are no secret in it.</param>
/// <param name="KeepAliveSeconds">A stream is never silent for longer; negative where it may be.</param>
public sealed record PageSettings(string[] Users, double KeepAliveSeconds);
