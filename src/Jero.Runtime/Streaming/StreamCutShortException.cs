namespace Jero.Streaming;

/// <summary>
/// Thrown out of an endpoint whose stream is broken off, so that an HTTP/1.1 server closes the connection without the terminating
/// chunk and the client does not take the stream for a whole one (RFC 9112, section 8). Jero has logged the cause by then.
/// </summary>
internal sealed class StreamCutShortException(Exception cause)
    : Exception("The stream was cut short after the response had started; the cause is logged under Jero.Streaming.", cause);
