namespace Jero.Streaming;

/// <summary>Holds the settings that a response has for its event stream.</summary>
internal readonly record struct EventStreamTraits
{
    /// <summary>Null takes the app's option.</summary>
    public TimeSpan? KeepAlive { get; init; }

    /// <summary>Null takes the app's option, empty means the comment.</summary>
    public string? KeepAliveEvent { get; init; }

    /// <summary>Null and empty mean none.</summary>
    public string? EndEvent { get; init; }
}
