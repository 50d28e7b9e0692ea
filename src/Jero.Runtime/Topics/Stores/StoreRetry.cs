namespace Jero.Topics.Stores;

/// <summary>
/// Decides how long to leave a store alone that is not available: longer each time, up to 2 seconds, and at random so that processes
/// differ.
/// </summary>
internal sealed class StoreRetry(TopicNode node)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private TimeSpan _pause = Shortest;
    private bool _isAway;

    public static TimeSpan Shortest => TimeSpan.FromMilliseconds(100);

    public void Succeeded()
    {
        _pause = Shortest;
        if (_isAway)
        {
            _isAway = false;
            TopicLogs.StoreBack(node.Logger, node.Name);
        }
    }

    /// <summary>Logs the failure and waits. Never throws.</summary>
    public async Task WaitAsync(Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        var pause = _pause * (0.5 + (Random.Shared.NextDouble() / 2));
        _pause = _pause < Longest / 2 ? 2 * _pause : Longest;
        _isAway = true;
        TopicLogs.StoreAway(node.Logger, exception, node.Name, (long)pause.TotalMilliseconds);
        await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
