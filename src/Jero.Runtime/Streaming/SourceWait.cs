namespace Jero.Streaming;

/// <summary>Limits how long to wait for a source and its teardown once the stream has ended.</summary>
internal static class SourceWait
{
    // If teardown is quicker than this, the server ends the body, as for any endpoint.
    private static readonly TimeSpan QuickTeardown = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns whether <paramref name="teardown"/> ends so soon that the client need not be told anything before.</summary>
    public static async Task<bool> IsQuickAsync(Task teardown, StreamSettings settings)
    {
        // Not Task.Delay, whose timer would outlive the stream.
        await teardown.WaitAsync(QuickTeardown, settings.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return teardown.IsCompleted;
    }

    /// <summary>
    /// Waits for <paramref name="teardown"/>, because the request's services must outlive the source. Returns false if the host stops and
    /// the source is slower than <see cref="JeroOptions.SourceStopTimeout"/>. Teardown then continues by itself.
    /// </summary>
    public static async Task<bool> IsBackAsync(Task teardown, SourceWatch watch) =>
        await Task.WhenAny(teardown, watch.GivenUp).ConfigureAwait(false) == teardown || teardown.IsCompleted;
}
