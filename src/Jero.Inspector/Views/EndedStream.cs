namespace Jero.Inspector.Views;

/// <summary>One stream that has ended.</summary>
internal sealed record EndedStream
{
    /// <summary>Its number in this process.</summary>
    public required long Id { get; init; }

    /// <summary>The method of its request.</summary>
    public required string Method { get; init; }

    /// <summary>The pattern of its route.</summary>
    public required string Route { get; init; }

    /// <summary>The name of its user.</summary>
    public string? User { get; init; }

    /// <summary>The address that its connection came from.</summary>
    public string? Remote { get; init; }

    /// <summary>What ended it: a <see cref="StopReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How long it was open, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The items that were sent.</summary>
    public required long Items { get; init; }

    /// <summary>The bytes that were sent.</summary>
    public required long Bytes { get; init; }

    /// <summary>What its source threw; null where it did not, and where that is not shown.</summary>
    public FaultView? Fault { get; init; }

    /// <summary>The method or the type that its items came from.</summary>
    public required string Source { get; init; }

    /// <summary>What its source does, where that has not come back and the app did not wait for it; else null.</summary>
    public StreamActivity? Away { get; init; }

    /// <summary>Since when it does that.</summary>
    public DateTimeOffset? AwaySince { get; init; }
}
