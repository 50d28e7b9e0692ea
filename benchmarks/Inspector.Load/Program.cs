using Inspector.Load;

// dotnet run -c Release --project benchmarks/Inspector.Load -- [streams] [seconds] [rounds]
if (args is ["serve"])
{
    await LoadServer.RunAsync();
    return;
}

var numbers = args.Select(int.Parse).ToArray();
if (Number(0, 10_000) is > 0 and var streams)
{
    await OpenStreams.MeasureAsync(streams, TimeSpan.FromSeconds(Number(1, 20)));
}

var rounds = Number(2, 300);
await Throughput.MeasureAsync("/rows", rounds);
await Throughput.MeasureAsync("/awaited", rounds);

int Number(int index, int otherwise) => index < numbers.Length ? numbers[index] : otherwise;
