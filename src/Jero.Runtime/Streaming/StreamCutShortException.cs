namespace Jero.Streaming;

/// <summary>
/// Thrown out of an endpoint whose stream was broken off, so that no middleware around it takes the response for a complete one; a cache
/// would store it (RFC 9111, section 3.3). It is an <see cref="IOException"/>, because servers and exception handlers do not log those once
/// the request is aborted. Jero has already logged the cause.
/// </summary>
internal sealed class StreamCutShortException(StopReason reason, Exception? cause)
    : IOException($"The stream was cut short after the response had started ({reason}); see the log under Jero.Streaming.", cause);
