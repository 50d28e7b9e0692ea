namespace Jero.Streaming;

/// <summary>What ended a stream: the word that the log, the metrics and the tests share.</summary>
internal enum StopReason
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>The source came to its end.</summary>
    Completed,

    /// <summary>The client closed or reset its connection or its HTTP/2 stream.</summary>
    ClientGone,

    /// <summary>The host began to stop and the stream does not outlive that.</summary>
    ServerStopping,

    /// <summary>The stream's longest duration is over.</summary>
    MaximumDuration,

    /// <summary>The client did not take what was sent in time.</summary>
    SendTimeout,

    /// <summary>The source, or the writing of an item, threw.</summary>
    SourceFaulted,
}
