namespace Jero.Inspector.Views;

/// <summary>The open streams of one route, in sum.</summary>
internal sealed record RouteSum
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The pattern of the route.</summary>
    public required string Route { get; init; }

    /// <summary>How many are open.</summary>
    public required int Open { get; init; }

    /// <summary>How many wait for their source.</summary>
    public required int WaitingForSource { get; init; }

    /// <summary>How many wait for their client.</summary>
    public required int WaitingForClient { get; init; }

    /// <summary>How many have been left by their client, and have a source that has not come back.</summary>
    public required int Left { get; init; }

    /// <summary>The items that were sent.</summary>
    public required long Items { get; init; }

    /// <summary>The bytes that were sent.</summary>
    public required long Bytes { get; init; }

    /// <summary>The items of a second, lately.</summary>
    public required double ItemsPerSecond { get; init; }

    /// <summary>The bytes of a second, lately.</summary>
    public required double BytesPerSecond { get; init; }
}
