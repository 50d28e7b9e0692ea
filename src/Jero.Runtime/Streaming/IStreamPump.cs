namespace Jero.Streaming;

/// <summary>Has the steps of a stream that depend on the item type, for <see cref="StreamRun"/>, which does not.</summary>
internal interface IStreamPump
{
    bool HasLifecycle { get; }

    SourceEnumeration Source { get; }

    Task SetUpAsync();

    /// <summary>
    /// Pulls until the source ends, or the stream is stopped and no last events are awaited. When the source has ended, everything has been
    /// flushed. Then it finishes <paramref name="run"/>.
    /// </summary>
    Task PullAsync(StreamRun run);

    /// <summary>
    /// Tears the source down. It is called once and never throws. Returns false if the lifecycle yielded a second stream.
    /// </summary>
    /// <param name="onOwnThread">Whether to leave the caller's thread first, because the source may block.</param>
    Task<bool> TearDownAsync(bool onOwnThread);
}
