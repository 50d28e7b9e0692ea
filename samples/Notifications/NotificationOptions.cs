namespace Notifications;

/// <summary>What may be set under <c>Notifications</c> in the configuration.</summary>
public sealed class NotificationOptions
{
    /// <summary>The topics that everybody may read; each user has one more, <c>@name</c>.</summary>
    public string[]? Topics { get; set; }

    /// <summary>Who may sign in.</summary>
    public string[]? Users { get; set; }

    /// <summary>Where notifications and the keys of the cookies are kept when there is no Redis; a folder of the user's own unless set.</summary>
    public string? Folder { get; set; }

    /// <summary>How many notifications are kept for clients that come back.</summary>
    public int Retention { get; set; } = 10_000;

    /// <summary>How long a sign-in lasts, and so the longest stream.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>A stream that has been silent for this long sends the event <c>alive</c>.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A client that does not take what was sent in this time loses its connection.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client waits at least before it reconnects.</summary>
    public TimeSpan Retry { get; set; } = TimeSpan.FromSeconds(1);
}
