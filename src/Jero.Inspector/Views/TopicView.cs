namespace Jero.Inspector.Views;

/// <summary>What this process has of one topic.</summary>
internal sealed record TopicView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The log's present life; null until its store has been read.</summary>
    public string? Epoch { get; init; }

    /// <summary>The entries that are kept in memory.</summary>
    public required long Count { get; init; }

    /// <summary>About what they take.</summary>
    public required long Bytes { get; init; }

    /// <summary>The id of the oldest of them.</summary>
    public string? Oldest { get; init; }

    /// <summary>The id of the newest.</summary>
    public string? Newest { get; init; }

    /// <summary>The subscribers of this process.</summary>
    public required int Subscribers { get; init; }

    /// <summary>Those of them that have not read all that is kept.</summary>
    public required int SubscribersBehind { get; init; }

    public static TopicView Of(ITopic topic)
    {
        var status = topic.GetStatus();
        return new TopicView
        {
            Name = topic.Name,
            Epoch = status.Epoch,
            Count = status.Count,
            Bytes = status.Bytes,
            Oldest = status.Oldest?.ToString(),
            Newest = status.Newest?.ToString(),
            Subscribers = status.Subscribers,
            SubscribersBehind = status.SubscribersBehind,
        };
    }
}
