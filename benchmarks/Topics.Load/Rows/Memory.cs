using Topics.Load.Clients;

namespace Topics.Load.Rows;

/// <summary>What a subscriber takes beyond a stream that holds nothing.</summary>
internal static class Memory
{
    private const int Backlog = 10_000;

    // Little of a backlog is to lie in the kernel.
    private const int SmallBuffer = 4_096;

    private static readonly Side Idle = new("`SSEResponse<T>` of a source that holds nothing", "/idle");
    private static readonly Side Iterator = new("`SSEResponse<T>` of an iterator that waits", "/idle/iterator");
    private static readonly Side Ready = new("`SSEResponse<T>` of events that are ready", $"/ready/events?count={Backlog}");

    public static async Task RunAsync(Side[] sides, int idleStreams, int stuckStreams, int rounds, CancellationToken token)
    {
        await CompareAsync("idle", Iterator, [Iterator, Idle, .. sides], idleStreams, rounds, MeasureIdleAsync, token);
        await CompareAsync(
            $"its client reads nothing, {Backlog:N0} events behind", Ready, [Ready, .. sides], stuckStreams, rounds, MeasureStuckAsync, token);
    }

    private static async Task CompareAsync(
        string what, Side least, Side[] sides, int streams, int rounds, Func<Side, int, CancellationToken, Task<double>> measure, CancellationToken token)
    {
        var results = sides.ToDictionary(static side => side, static _ => new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            foreach (var side in Side.InTurns(sides, i))
            {
                results[side].Add(await measure(side, streams, token));
            }
        }

        var floor = results[least];
        Report.Table(
            $"Live managed bytes a stream, {what}: {streams:N0} streams, {rounds} rounds",
            ["", "bytes", $"beyond {least.Name}"],
            results.Select(side => new[]
            {
                side.Key.Name,
                Spread.Of(side.Value, "0"),
                side.Key == least ? "" : Spread.Of(side.Value.Zip(floor, static (one, other) => one - other), "0"),
            }));
    }

    private static async Task<double> MeasureIdleAsync(Side side, int streams, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        await WarmUpAsync(server, side, token);
        var before = await server.AskAsync("/control/collect", token);
        using var crowd = Crowd.Open(server.Port, side.Path, streams);
        await Task.Delay(1_000, token);
        return (await server.AskAsync("/control/collect", token) - before) / (double)streams;
    }

    private static async Task<double> MeasureStuckAsync(Side side, int streams, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        await WarmUpAsync(server, side, token);

        // What the topic itself keeps is there before and after.
        var publish = $"/control/publish?toTopic={side.ToTopic}&count={Backlog}&perSecond=0&isLarge=false";
        if (side != Ready)
        {
            await server.ReadAsync(publish, token);
        }

        var before = await server.AskAsync("/control/collect", token);
        using var crowd = Crowd.Open(server.Port, side.Path, streams, buffer: SmallBuffer);
        if (side != Ready)
        {
            await server.ReadAsync(publish, token);
        }

        await Task.Delay(1_500, token);
        return (await server.AskAsync("/control/collect", token) - before) / (double)streams;
    }

    // So that code and pools of the first streams are not counted.
    private static async Task WarmUpAsync(ServerProcess server, Side side, CancellationToken token)
    {
        Crowd.Open(server.Port, side.Path, 100).Dispose();
        await Task.Delay(500, token);
    }
}
