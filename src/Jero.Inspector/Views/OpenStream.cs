namespace Jero.Inspector.Views;

/// <summary>One stream that is open. Times are in seconds.</summary>
internal sealed record OpenStream
{
    /// <summary>Its number in this process.</summary>
    public required long Id { get; init; }

    /// <summary>The method of its request.</summary>
    public required string Method { get; init; }

    /// <summary>The pattern of its route.</summary>
    public required string Route { get; init; }

    /// <summary>The name of its user.</summary>
    public string? User { get; init; }

    /// <summary>The address that its connection comes from.</summary>
    public string? Remote { get; init; }

    /// <summary>The protocol, such as HTTP/2.</summary>
    public required string Protocol { get; init; }

    /// <summary>How long it has been open.</summary>
    public required double Age { get; init; }

    /// <summary>The items that were sent.</summary>
    public required long Items { get; init; }

    /// <summary>The bytes that were sent.</summary>
    public required long Bytes { get; init; }

    /// <summary>The items of a second, lately.</summary>
    public required double ItemsPerSecond { get; init; }

    /// <summary>The bytes of a second, lately.</summary>
    public required double BytesPerSecond { get; init; }

    /// <summary>How long ago the last item was sent; null where none was.</summary>
    public double? LastItem { get; init; }

    /// <summary>What it does.</summary>
    public required StreamActivity Activity { get; init; }

    /// <summary>For how long it has done so.</summary>
    public required double ActivitySince { get; init; }

    /// <summary>How long ago the client left, and the source has not come back since; null where it has not left.</summary>
    public double? Left { get; init; }

    /// <summary>How many events of its topic it has yet to take; null where it is none of a topic.</summary>
    public long? Backlog { get; init; }

    /// <summary>The method or the type that its items come from.</summary>
    public required string Source { get; init; }
}
