namespace Jero.Streaming;

/// <summary>How long a source and its teardown are waited for once their stream has ended.</summary>
internal static class SourceWait
{
    // A teardown that is quicker leaves the end of the body to the server, as any endpoint does.
    private static readonly TimeSpan QuickTeardown = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether <paramref name="teardown"/> ends so soon that its client need not be told anything before.</summary>
    public static async Task<bool> IsQuickAsync(Task teardown, StreamSettings settings)
    {
        // Not by Task.Delay, whose timer would outlive the stream.
        await teardown.WaitAsync(QuickTeardown, settings.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return teardown.IsCompleted;
    }

    /// <summary>
    /// Waits for <paramref name="teardown"/>, since the request's services must outlive the source. False when the host stops and the
    /// source is slower than <see cref="JeroOptions.SourceStopTimeout"/>: teardown then runs on by itself.
    /// </summary>
    public static async Task<bool> IsBackAsync(Task teardown, SourceWatch watch) =>
        await Task.WhenAny(teardown, watch.GivenUp).ConfigureAwait(false) == teardown || teardown.IsCompleted;
}
