using System.Globalization;
using Topics.Load.Clients;

namespace Topics.Load.Rows;

/// <summary>Events to many streams: what one delivery costs the server's processor, and how long it takes.</summary>
/// <param name="Title">What the table is called.</param>
/// <param name="Subscribers">How many streams.</param>
/// <param name="Repetitions">How often events are published in a round; what comes is waited for in between, unless they are published at fixed times.</param>
/// <param name="Rounds">How often each side is measured, by a fresh server each time.</param>
internal sealed record Deliveries(string Title, int Subscribers, int Repetitions, int Rounds)
{
    /// <summary>How many events are published one right after the other.</summary>
    public int Burst { get; init; } = 1;

    /// <summary>Publishes at fixed times; 0 waits until each burst has arrived.</summary>
    public int PerSecond { get; init; }

    public bool IsLarge { get; init; }

    /// <summary>The topic's, in milliseconds. The peers have no such thing.</summary>
    public int Linger { get; init; }

    public Side[] Sides { get; init; } = Side.All;

    public async Task RunAsync(CancellationToken token)
    {
        var rounds = Sides.ToDictionary(static side => side, static _ => new List<Round>());
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var side in Side.InTurns(Sides, i))
            {
                rounds[side].Add(await MeasureAsync(side, token));
            }
        }

        var topic = rounds[Side.Topic];
        Report.Table(
            $"{Title}: {Subscribers:N0} subscribers, {Rounds} rounds of {Repetitions * Burst} events",
            ["", "server's µs a delivery", "the topic's to it", "p50 ms", "p99 ms", "publishing returns, p50 µs", "p99 µs"],
            rounds.Select(side => new[]
            {
                side.Key.Name,
                Spread.Of(side.Value.Select(static round => round.Cost), "0.0"),
                side.Key == Side.Topic ? "" : Spread.Of(side.Value.Zip(topic, static (peer, own) => own.Cost / peer.Cost), "0.00"),
                Spread.Of(side.Value.Select(static round => round.Latency.Median), "0.0"),
                Spread.Of(side.Value.Select(static round => round.Latency.Quantile(0.99)), "0.0"),
                Spread.Of(side.Value.Select(static round => round.Publishing.Median), "0"),
                Spread.Of(side.Value.Select(static round => round.Publishing.Quantile(0.99)), "0"),
            }));
    }

    private async Task<Round> MeasureAsync(Side side, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token, $"--linger={Linger}");
        using var crowd = Crowd.Open(server.Port, side.Path, Subscribers);
        var warmUp = Math.Max(3, Repetitions / 3);
        await PublishAsync(server, side, crowd, warmUp, token);

        var ticks = new List<long>(Repetitions * Burst * Subscribers);
        crowd.Latencies = ticks;
        var before = server.WholeProcessorTime();
        var publishing = await PublishAsync(server, side, crowd, Repetitions, token);
        var used = server.WholeProcessorTime() - before;
        crowd.Check((warmUp + Repetitions) * Burst);
        return new Round(
            used.TotalMicroseconds / ticks.Count,
            new Sample(ticks.Select(static tick => TimeSpan.FromTicks(tick / (System.Diagnostics.Stopwatch.Frequency / TimeSpan.TicksPerSecond)).TotalMilliseconds)),
            new Sample(publishing));
    }

    // Reads while the request that publishes is under way.
    private async Task<List<double>> PublishAsync(ServerProcess server, Side side, Crowd crowd, int repetitions, CancellationToken token)
    {
        var publishing = new List<double>();
        var (requests, count) = PerSecond > 0 ? (1, repetitions * Burst) : (repetitions, Burst);
        var path = $"/control/publish?toTopic={side.ToTopic}&count={count}&perSecond={PerSecond}&isLarge={IsLarge}";
        for (var i = 0; i < requests; i++)
        {
            var expected = crowd.Received + ((long)count * crowd.Count);
            var answer = server.ReadAsync(path, token);
            crowd.UntilReceived(expected);
            publishing.AddRange((await answer).Split(',').Select(static time => double.Parse(time, CultureInfo.InvariantCulture) / 1_000));
        }

        return publishing;
    }

    /// <param name="Cost">Microseconds a delivery.</param>
    /// <param name="Latency">Milliseconds.</param>
    /// <param name="Publishing">Microseconds a publication.</param>
    private sealed record Round(double Cost, Sample Latency, Sample Publishing);
}
