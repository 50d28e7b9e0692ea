namespace Jero;

/// <summary>Specifies what happens to an open stream when the host stops.</summary>
public enum ShutdownBehavior
{
    /// <summary>
    /// The stream ends when the host begins to stop. Server-sent events end cleanly, so that the client reconnects to another server.
    /// NDJSON and bytes are cut short. A response that has not begun is a 503 with Retry-After.
    /// </summary>
    Stop,

    /// <summary>The stream runs on until the host's shutdown timeout.</summary>
    Drain,
}
