using Topics.Load.Clients;

namespace Topics.Load.Rows;

/// <summary>What the server's process allocates for a publication and for each of its deliveries, Kestrel's part included.</summary>
internal static class Allocations
{
    public static async Task RunAsync(Side[] sides, int subscribers, int publications, int rounds, CancellationToken token)
    {
        var results = sides.ToDictionary(static side => side, static _ => new List<(double Publication, double Delivery)>());
        for (var i = 0; i < rounds; i++)
        {
            foreach (var side in Side.InTurns(sides, i))
            {
                results[side].Add(await MeasureAsync(side, subscribers, publications, token));
            }
        }

        Report.Table(
            $"Bytes allocated: {subscribers} subscribers, {publications} publications, {rounds} rounds",
            ["", "a publication without subscribers", "a delivery"],
            results.Select(side => new[]
            {
                side.Key.Name,
                Spread.Of(side.Value.Select(static round => round.Publication), "0"),
                Spread.Of(side.Value.Select(static round => round.Delivery), "0.0"),
            }));
    }

    private static async Task<(double Publication, double Delivery)> MeasureAsync(Side side, int subscribers, int publications, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        await AllocatedAsync(server, side, crowd: null, publications, token);
        var alone = await AllocatedAsync(server, side, crowd: null, publications, token);
        using var crowd = Crowd.Open(server.Port, side.Path, subscribers);
        await AllocatedAsync(server, side, crowd, publications, token);
        var delivered = await AllocatedAsync(server, side, crowd, publications, token);
        return (alone / publications, (delivered - alone) / publications / subscribers);
    }

    // Less what as many requests allocate that publish nothing.
    private static async Task<double> AllocatedAsync(ServerProcess server, Side side, Crowd? crowd, int publications, CancellationToken token)
    {
        var nothing = await RunAsync(count: 0);
        return await RunAsync(count: 1) - nothing;

        async Task<double> RunAsync(int count)
        {
            var before = await server.AskAsync("/control/allocated", token);
            for (var i = 0; i < publications; i++)
            {
                var expected = (crowd?.Received ?? 0) + (count * (crowd?.Count ?? 0));
                await server.ReadAsync($"/control/publish?toTopic={side.ToTopic}&count={count}&perSecond=0&isLarge=false", token);
                crowd?.UntilReceived(expected);
            }

            return await server.AskAsync("/control/allocated", token) - before;
        }
    }
}
