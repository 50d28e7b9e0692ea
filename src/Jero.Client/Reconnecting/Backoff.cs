namespace Jero.Client.Reconnecting;

/// <summary>
/// Chooses the wait before the next attempt at random, between zero and a bound that doubles, so that clients that lost a server together
/// do not come back together. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
/// </summary>
internal sealed class Backoff(EventStreamOptions options, Func<double> chance)
{
    private const int MostDoublings = 30;

    private int _failures;

    /// <summary>The number of attempts that have failed in a row.</summary>
    public int Failures => _failures;

    /// <summary>Counts a connection that is over.</summary>
    /// <param name="lasted">How long it was open; zero if it never was.</param>
    public void Ended(TimeSpan lasted) => _failures = lasted > options.MaxReconnectDelay ? 1 : _failures + 1;

    /// <summary>Returns the wait before the next attempt.</summary>
    /// <param name="retry">The minimum that the server asked for in its stream; null if it did not.</param>
    /// <param name="retryAfter">The minimum that its refusal asked for; null if it did not.</param>
    public TimeSpan Next(TimeSpan? retry, TimeSpan? retryAfter)
    {
        // A server that asks for no wait at all is asked again soon, but not in a tight loop.
        var floor = Math.Max(1, (retry ?? options.ReconnectDelay).TotalMilliseconds);
        var bound = Math.Min(options.MaxReconnectDelay.TotalMilliseconds, floor * Math.Pow(2, Math.Clamp(_failures - 1, 0, MostDoublings)));
        var wait = TimeSpan.FromMilliseconds(bound * chance());
        return new[] { wait, retry ?? TimeSpan.Zero, retryAfter ?? TimeSpan.Zero }.Max();
    }
}
