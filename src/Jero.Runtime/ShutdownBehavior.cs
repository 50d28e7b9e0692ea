namespace Jero;

/// <summary>What the host's stop does to an open stream.</summary>
public enum ShutdownBehavior
{
    /// <summary>End the body cleanly when the host begins to stop, so that the client reconnects elsewhere.</summary>
    Stop,

    /// <summary>Run on until the host's shutdown timeout.</summary>
    Drain,
}
