namespace Jero.Streaming;

/// <summary>How long a source and its teardown are waited for once their stream has ended.</summary>
internal static class SourceWait
{
    /// <summary>
    /// Waits for <paramref name="teardown"/>, since the request's services must outlive the source. False when the host stops and the
    /// source is slower than <see cref="JeroOptions.SourceStopTimeout"/>: teardown then runs on by itself.
    /// </summary>
    public static async Task<bool> IsBackAsync(Task teardown, StreamStop stop, StreamSettings settings)
    {
        var hostStopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = settings.HostStopping.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), hostStopping);

        // A source that ended by itself is not late: only the host's stop puts its teardown under a limit.
        if (!stop.IsOutside && await IsFirstAsync(teardown, hostStopping.Task).ConfigureAwait(false))
        {
            return true;
        }

        try
        {
            await teardown.WaitAsync(settings.SourceStopTimeout, settings.Time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            StreamLog.SourceUnresponsive(settings.Logger, settings.Route, settings.SourceStopTimeout, stop.Reason);
            settings.Metrics.Unresponsive(settings, stop.Reason);
        }

        return await IsFirstAsync(teardown, hostStopping.Task).ConfigureAwait(false);
    }

    private static async Task<bool> IsFirstAsync(Task first, Task second) =>
        await Task.WhenAny(first, second).ConfigureAwait(false) == first || first.IsCompleted;
}
