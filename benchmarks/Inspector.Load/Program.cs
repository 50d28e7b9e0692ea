using Inspector.Load;

// dotnet run -c Release --project benchmarks/Inspector.Load -- [streams] [seconds] [pairs]
if (args is ["serve", var isMapped])
{
    await LoadServer.RunAsync(bool.Parse(isMapped));
    return;
}

var numbers = args.Select(int.Parse).ToArray();
await OpenStreams.MeasureAsync(Number(0, 10_000), TimeSpan.FromSeconds(Number(1, 20)));
await Throughput.MeasureAsync(Number(2, 9));

int Number(int index, int otherwise) => index < numbers.Length ? numbers[index] : otherwise;
