// Requests a second of one small JSON handler, as a Jero endpoint and as a minimal API of the framework's own generator, in one process and
// in turns. The load is wrk's (Debian's package of that name), bounded in time and on loopback.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Jero;
using Jero.Requests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;

var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerContext.Default));
var app = builder.Build();
app.MapJero();
app.MapGet("/minimal/{id}", (int id, string? text, [FromHeader(Name = "X-Count")] int count) => new Answer(id, text, count));
await app.StartAsync();
var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

string[] sides = ["jero", "minimal"];
var results = sides.ToDictionary(static side => side, static _ => new List<double>());
var allocated = new Dictionary<string, long>();
var cpu = sides.ToDictionary(static side => side, static _ => new List<double>());
foreach (var side in sides)
{
    await LoadAsync(side, 3);
}

for (var round = 0; round < rounds; round++)
{
    foreach (var side in round % 2 == 0 ? sides : sides.Reverse())
    {
        results[side].Add(await LoadAsync(side, seconds));
    }
}

foreach (var side in sides)
{
    var sorted = results[side].Order().ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{side,-8} median {sorted[sorted.Count / 2]:F0} requests/s ({sorted[0]:F0} to {sorted[^1]:F0}), {Median(cpu[side]):F2} µs of processor and {allocated[side]} bytes a request"));
}

var ratios = results["jero"].Zip(results["minimal"], static (jero, minimal) => jero / minimal).Order().ToList();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio    median {ratios[ratios.Count / 2]:F3} ({ratios[0]:F3} to {ratios[^1]:F3})"));
await app.StopAsync();

async Task<double> LoadAsync(string side, int duration)
{
    using var self = Process.GetCurrentProcess();
    var processor = self.TotalProcessorTime;
    var before = GC.GetTotalAllocatedBytes(precise: true);
    using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c32", $"-d{duration}s", "-H", "X-Count: 3", $"{address}/{side}/5?text=abc"]) { RedirectStandardOutput = true })!;
    var output = await wrk.StandardOutput.ReadToEndAsync();
    await wrk.WaitForExitAsync();
    if (output.Contains("Non-2xx", StringComparison.Ordinal))
    {
        throw new InvalidOperationException(output);
    }

    var requests = long.Parse(Requests().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    self.Refresh();
    cpu[side].Add((self.TotalProcessorTime - processor).TotalMicroseconds / requests);
    allocated[side] = (GC.GetTotalAllocatedBytes(precise: true) - before) / requests;
    return double.Parse(RequestsPerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
}

internal sealed partial class Program
{
    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RequestsPerSecond();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();
}

namespace Jero.Requests
{
    internal sealed record Answer(int Id, string? Text, int Count);

    [JsonSerializable(typeof(Answer))]
    [JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
    internal sealed partial class AnswerContext : JsonSerializerContext;

    [Endpoint("/jero/{id}")]
    internal sealed partial class AnswerEndpoint
    {
        public static JSONResponse<Answer> Get(int id, string? text, [FromHeader(Name = "X-Count")] int count) => new(new Answer(id, text, count));
    }
}
