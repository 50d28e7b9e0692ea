using Jero;

namespace Notifications.Feeds;

/// <summary>A stored notification, made once in a process and shared by every client's stream.</summary>
public sealed class FeedEvent(FeedId id, string topic, string kind, ReadOnlyMemory<byte> json)
{
    /// <summary>The kind of the event that ends the streams of one sign-in.</summary>
    public const string SignedOut = "signed-out";

    public FeedId Id => id;

    public string Topic => topic;

    /// <summary>The event's name.</summary>
    public string Kind => kind;

    public ReadOnlyMemory<byte> Json => json;

    /// <summary>What is sent.</summary>
    public ServerSentEvent<ReadyJson> Sent { get; } = new(new ReadyJson(json)) { Id = id.ToString(), Event = kind };
}
