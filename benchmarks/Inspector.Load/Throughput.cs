namespace Inspector.Load;

/// <summary>What a stream of many items takes with an inspector at which nobody looks, and without one: in pairs, alternately.</summary>
internal static class Throughput
{
    public static async Task MeasureAsync(int pairs)
    {
        await using var without = await ServerProcess.StartAsync(isMapped: false);
        await using var mapped = await ServerProcess.StartAsync(isMapped: true);
        await RunAsync(without);
        await RunAsync(mapped);
        var ratios = new List<double>();
        var allocations = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var (one, oneAllocated) = await RunAsync(without);
            var (other, otherAllocated) = await RunAsync(mapped);
            ratios.Add(other / one);
            allocations.Add(otherAllocated - oneAllocated);
        }

        var range = $"from {ratios.Min():P1} to {ratios.Max():P1}";
        Console.WriteLine($"processor time of the server, mapped to not mapped: {Median(ratios):P2} (median of {pairs} pairs, {range})");
        Console.WriteLine($"allocated more for 5,000,000 items: {Median(allocations):N0} bytes (median)");
    }

    private static async Task<(double Time, double Allocated)> RunAsync(ServerProcess server)
    {
        var (time, allocated) = (await server.AskAsync("/cpu"), await server.AskAsync("/allocated"));
        await using (var body = await server.Client.GetStreamAsync("/rows"))
        {
            await body.CopyToAsync(Stream.Null);
        }

        return (await server.AskAsync("/cpu") - time, await server.AskAsync("/allocated") - allocated);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
