namespace Jero.Client.Reconnecting;

/// <summary>
/// How long to wait before the next attempt: by chance between nothing and a bound that doubles, so that clients which lost a server together
/// do not come back together. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
/// </summary>
internal sealed class Backoff(EventStreamOptions options, Func<double> chance)
{
    private const int MostDoublings = 30;

    private int _failures;

    /// <summary>How many attempts have failed in a row.</summary>
    public int Failures => _failures;

    /// <summary>Counts a connection that is over.</summary>
    /// <param name="lasted">How long it was open; zero where it never was.</param>
    public void Ended(TimeSpan lasted) => _failures = lasted > options.MaxReconnectDelay ? 1 : _failures + 1;

    /// <summary>The wait before the next attempt.</summary>
    /// <param name="retry">The least that the server asks for in its stream; null where it asks for nothing.</param>
    /// <param name="retryAfter">The least that its refusal asks for; null where it asks for nothing.</param>
    public TimeSpan Next(TimeSpan? retry, TimeSpan? retryAfter)
    {
        // A server that asks for no wait at all is asked again soon, and not in a loop.
        var floor = Math.Max(1, (retry ?? options.ReconnectDelay).TotalMilliseconds);
        var bound = Math.Min(options.MaxReconnectDelay.TotalMilliseconds, floor * Math.Pow(2, Math.Clamp(_failures - 1, 0, MostDoublings)));
        var wait = TimeSpan.FromMilliseconds(bound * chance());
        return new[] { wait, retry ?? TimeSpan.Zero, retryAfter ?? TimeSpan.Zero }.Max();
    }
}
