namespace Jero.Streaming;

/// <summary>What a response says of its event stream beside the events.</summary>
internal readonly record struct EventStreamTraits
{
    /// <summary>Null takes the app's option.</summary>
    public TimeSpan? KeepAlive { get; init; }

    /// <summary>Null takes the app's option, empty means the comment.</summary>
    public string? KeepAliveEvent { get; init; }

    /// <summary>Null and empty mean none.</summary>
    public string? EndEvent { get; init; }
}
