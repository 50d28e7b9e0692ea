namespace Jero.Streaming;

/// <summary>The steps of a stream that depend on its item, for <see cref="StreamRun"/>, which does not.</summary>
internal interface IStreamPump
{
    bool HasLifecycle { get; }

    SourceEnumeration Source { get; }

    /// <summary>Whether the source is busy with an item that was asked for.</summary>
    bool IsPulling { get; }

    Task SetUpAsync();

    Task PullAsync();

    /// <summary>Called once, never throws; false when the lifecycle yielded a second stream.</summary>
    /// <param name="onOwnThread">Whether to leave the caller's thread first, since the source may block.</param>
    Task<bool> TearDownAsync(bool onOwnThread);
}
