namespace Jero;

/// <summary>
/// Specifies what ended a stream. Logs, the metric tag <c>jero.stop_reason</c>, observers and tests all use these reasons.
/// </summary>
public enum StopReason
{
    /// <summary>Nothing: the stream is open.</summary>
    None,

    /// <summary>The source ended by itself, and the whole body was sent.</summary>
    Completed,

    /// <summary>The client closed or reset its connection or its HTTP/2 stream, or the server aborted the request.</summary>
    ClientGone,

    /// <summary>The host began to stop, and the stream is set to stop with it (<see cref="ShutdownBehavior.Stop"/>).</summary>
    ServerStopping,

    /// <summary>
    /// The stream reached its longest duration: <see cref="JeroStreamResponse.MaxDuration"/>, or one of the options of that name.
    /// </summary>
    MaximumDuration,

    /// <summary>
    /// The client did not take what was sent within <see cref="JeroOptions.SendTimeout"/>, so the server aborted the connection.
    /// </summary>
    SendTimeout,

    /// <summary>The source or its lifecycle threw an exception, or writing an item did.</summary>
    SourceFaulted,

    /// <summary>A call of <see cref="StreamInfo.Stop"/> ended the stream.</summary>
    Stopped,
}
