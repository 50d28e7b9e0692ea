namespace Jero.Client;

/// <summary>What an event stream does at the moment.</summary>
public enum StreamState
{
    /// <summary>Nobody reads it yet.</summary>
    Idle,

    /// <summary>A request is on its way.</summary>
    Connecting,

    /// <summary>The server has answered, and events may come.</summary>
    Open,

    /// <summary>The connection ended or failed; the next attempt waits.</summary>
    Waiting,

    /// <summary>It has ended, failed or been left.</summary>
    Closed,
}
