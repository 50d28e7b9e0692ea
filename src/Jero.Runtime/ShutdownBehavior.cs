namespace Jero;

/// <summary>What the host's stop does to an open stream.</summary>
public enum ShutdownBehavior
{
    /// <summary>
    /// End when the host begins to stop: server-sent events cleanly, so that the client reconnects elsewhere; NDJSON and bytes are cut
    /// short. A response that has not begun is a 503 with Retry-After.
    /// </summary>
    Stop,

    /// <summary>Run on until the host's shutdown timeout.</summary>
    Drain,
}
