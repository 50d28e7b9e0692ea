namespace Jero.Testing.Tracking;

/// <summary>Where a request stands on the server, as far as it is known.</summary>
internal enum StreamPlace
{
    /// <summary>In the app: no stream of Jero's has been opened for it.</summary>
    Handler,

    /// <summary>A stream was opened, and its response has not begun.</summary>
    SetUp,

    /// <summary>In the source's MoveNextAsync, or between two.</summary>
    Source,

    /// <summary>In a MoveNextAsync that did not complete at once; all that came before is flushed.</summary>
    WaitsForSource,

    /// <summary>In a flush that did not complete at once.</summary>
    WaitsForClient,

    /// <summary>In the enumerator's disposal or behind the lifecycle's yield.</summary>
    Teardown,

    /// <summary>The stream is over, and its source disposed.</summary>
    Ended,

    /// <summary>The stream is over, but the host no longer waited for its source.</summary>
    LeftBehind,
}
