namespace Jero.Client;

/// <summary>Specifies what an event stream is doing.</summary>
public enum StreamState
{
    /// <summary>Nobody reads it yet.</summary>
    Idle,

    /// <summary>A request is on its way.</summary>
    Connecting,

    /// <summary>The server has answered, and events may come.</summary>
    Open,

    /// <summary>The connection ended or failed, and the stream waits before the next attempt.</summary>
    Waiting,

    /// <summary>The stream has ended or failed, or its reader has left.</summary>
    Closed,
}
