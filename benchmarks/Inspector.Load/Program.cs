using Inspector.Load;

// dotnet run -c Release --project benchmarks/Inspector.Load -- [streams] [seconds] [pairs]
if (args is ["serve", var isMapped])
{
    await LoadServer.RunAsync(bool.Parse(isMapped));
    return;
}

var numbers = args.Select(int.Parse).ToArray();
var (streams, seconds, pairs) = (numbers.ElementAtOrDefault(0, 10_000), numbers.ElementAtOrDefault(1, 20), numbers.ElementAtOrDefault(2, 7));
await OpenStreams.MeasureAsync(streams, TimeSpan.FromSeconds(seconds));
await Throughput.MeasureAsync(pairs);

internal static class Arguments
{
    public static int ElementAtOrDefault(this int[] numbers, int index, int otherwise) => index < numbers.Length ? numbers[index] : otherwise;
}
