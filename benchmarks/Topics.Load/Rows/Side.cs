namespace Topics.Load.Rows;

/// <summary>A way to send events to many.</summary>
internal sealed record Side(string Name, string Path, bool ToTopic = false)
{
    public static readonly Side Topic = new("`Topic<T>`", "/topic", ToTopic: true);

    /// <summary>The topic first: the others are what it is compared with.</summary>
    public static readonly Side[] All =
    [
        Topic,
        new("a channel a subscriber, `TypedResults.ServerSentEvents`", "/aspnet"),
        new("a channel a subscriber, `SSEResponse<T>`", "/jero"),
        new("a channel a subscriber, FastEndpoints `EventStreamAsync`", "/fast"),
    ];

    /// <summary>Each round begins with another one.</summary>
    public static IEnumerable<T> InTurns<T>(T[] all, int round) => all.Select((_, i) => all[(i + round) % all.Length]);
}
