namespace Jero;

/// <summary>Specifies what a stream waits for.</summary>
public enum StreamWait
{
    /// <summary>The source: a call of its <c>MoveNextAsync</c> has not completed.</summary>
    Source,

    /// <summary>The client: a flush has not completed, because the client has not taken what was sent before.</summary>
    Client,

    /// <summary>Teardown: disposing the enumerator, running the lifecycle's code after its yield, and disposing the lifecycle.</summary>
    Teardown,
}
