using System.Globalization;
using System.Runtime.InteropServices;
using Jero.GeneratorBenchmarks;

// What the generator takes, cold and after an edit, by the number of endpoints. Sizes and kinds of run take turns within each round.
// Arguments: how many rounds, and the sizes.
const int WarmUp = 4;
var numbers = args.Select(static argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
var rounds = numbers is [var given, ..] ? given : 7;
var sizes = numbers.Length > 1 ? numbers[1..] : [10, 50, 200, 1_000];

Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores; {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
var apps = sizes.Select(static size => new Measured(size)).ToList();
for (var round = -WarmUp; round < rounds; round++)
{
    // The largest is left out of the warm-up: the code is the same.
    foreach (var app in round < 0 ? apps[..^1] : apps)
    {
        app.Run(isWarmUp: round < 0);
    }
}

Console.WriteLine();
Console.WriteLine($"Median (least) of {rounds} interleaved rounds, ms:");
Console.WriteLine();
Console.WriteLine($"| endpoints | {string.Join(" | ", Measured.Columns)} |");
Console.WriteLine($"| ---: |{string.Concat(Measured.Columns.Select(static _ => " ---: |"))}");
foreach (var app in apps)
{
    Console.WriteLine($"| {app.Endpoints} | {string.Join(" | ", app.Cells())} |");
}

return 0;
