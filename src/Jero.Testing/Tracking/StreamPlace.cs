namespace Jero.Testing.Tracking;

/// <summary>Specifies what a request is doing on the server, as far as that is known.</summary>
internal enum StreamPlace
{
    /// <summary>It is in the app. No stream of Jero's has been opened for it.</summary>
    Handler,

    /// <summary>A stream was opened, and its response has not begun.</summary>
    SetUp,

    /// <summary>It is in the source's MoveNextAsync, or between two calls.</summary>
    Source,

    /// <summary>It is in a MoveNextAsync that did not complete at once. Everything before is flushed.</summary>
    WaitsForSource,

    /// <summary>It is in a flush that did not complete at once.</summary>
    WaitsForClient,

    /// <summary>It is disposing the enumerator, or in the lifecycle after its yield.</summary>
    Teardown,

    /// <summary>The stream is over, and its source disposed.</summary>
    Ended,

    /// <summary>The stream is over, but the host no longer waited for its source.</summary>
    LeftBehind,
}
