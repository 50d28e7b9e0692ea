using Jero.Client;
using Jero.Client.Reconnecting;

namespace Client.Tests;

/// <summary>The waits between attempts, without waiting.</summary>
public sealed class BackoffTests
{
    [Fact]
    public void The_bound_doubles_up_to_the_longest_wait_and_begins_anew_behind_a_long_connection()
    {
        var backoff = new Backoff(new EventStreamOptions { ReconnectDelay = TimeSpan.FromSeconds(1), MaxReconnectDelay = TimeSpan.FromSeconds(5) }, static () => 1);

        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(0, 5).Select(_ => Next(backoff, TimeSpan.Zero)));
        Assert.Equal(5, Next(backoff, TimeSpan.FromSeconds(5)));
        Assert.Equal(1, Next(backoff, TimeSpan.FromSeconds(6)));
        Assert.Equal(2, Next(backoff, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0, null, null, 0)]
    [InlineData(0.5, null, null, 0.5)]
    [InlineData(0, 3, null, 3)]
    [InlineData(0, 3, 10, 10)]
    [InlineData(0, null, 600, 600)]
    public void Chance_is_bounded_below_by_what_the_server_asks_for(double chance, int? retry, int? retryAfter, double seconds)
    {
        var backoff = new Backoff(EventStreamOptions.Default, () => chance);
        backoff.Ended(TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromSeconds(seconds), backoff.Next(Seconds(retry), Seconds(retryAfter)));
    }

    [Fact]
    public void A_server_that_ends_each_connection_and_asks_for_no_wait_is_not_asked_in_a_loop()
    {
        var backoff = new Backoff(EventStreamOptions.Default, static () => 0.5);
        var waited = TimeSpan.Zero;
        for (var i = 0; i < 1000; i++)
        {
            backoff.Ended(TimeSpan.Zero);
            waited += backoff.Next(retry: TimeSpan.Zero, retryAfter: TimeSpan.Zero);
        }

        Assert.InRange(waited, TimeSpan.FromHours(4), TimeSpan.FromHours(5));
    }

    [Fact]
    public void A_million_failures_are_no_overflow()
    {
        var backoff = new Backoff(EventStreamOptions.Default, static () => 1);
        for (var i = 0; i < 1_000_000; i++)
        {
            backoff.Ended(TimeSpan.Zero);
        }

        Assert.Equal(TimeSpan.FromSeconds(30), backoff.Next(null, null));
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } count ? TimeSpan.FromSeconds(count) : null;

    private static double Next(Backoff backoff, TimeSpan lasted)
    {
        backoff.Ended(lasted);
        return backoff.Next(retry: null, retryAfter: null).TotalSeconds;
    }
}
