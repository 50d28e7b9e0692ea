namespace Jero;

/// <summary>Whom a stream waits for.</summary>
public enum StreamWait
{
    /// <summary>The source: its <c>MoveNextAsync</c> has not come back.</summary>
    Source,

    /// <summary>The client: a flush has not come back, since what was sent before is not taken.</summary>
    Client,

    /// <summary>Teardown: the enumerator's disposal, the lifecycle's code behind its yield, and its disposal.</summary>
    Teardown,
}
