namespace Jero;

/// <summary>What ended a stream: one word for the log, the metrics' tag <c>jero.stop_reason</c>, observers and tests.</summary>
public enum StopReason
{
    /// <summary>Nothing yet: the stream is open.</summary>
    None,

    /// <summary>The source came to its end, and the body was sent whole.</summary>
    Completed,

    /// <summary>The client closed or reset its connection or its HTTP/2 stream, or the request was aborted on the server.</summary>
    ClientGone,

    /// <summary>The host began to stop, and the stream does not outlive that (<see cref="ShutdownBehavior.Stop"/>).</summary>
    ServerStopping,

    /// <summary>The stream's longest duration is over: <see cref="JeroStreamResponse.MaxDuration"/> or an option of that name.</summary>
    MaximumDuration,

    /// <summary>The client did not take what was sent within <see cref="JeroOptions.SendTimeout"/>; the connection is aborted.</summary>
    SendTimeout,

    /// <summary>The source, its lifecycle or the writing of an item threw.</summary>
    SourceFaulted,

    /// <summary>Somebody asked the server to stop this stream: <see cref="StreamInfo.Stop"/>.</summary>
    Stopped,
}
