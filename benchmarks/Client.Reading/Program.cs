// What reading a stream costs: by a generated client, by the library and its metadata, and by what a user would write by hand.
using System.Globalization;
using Client.Reading;

if (args is ["serve", ..])
{
    await RowServer.RunAsync();
    return;
}

var rounds = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 21;
using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
Console.WriteLine(Machine.Describe());

using (var memory = new HttpClient(new MemoryHandler()) { BaseAddress = new Uri("http://memory") })
{
    await Probe.RunAsync("NDJSON from memory", Side.Lines, memory, rounds, limit.Token);
    await Probe.RunAsync("Events from memory", Side.Events, memory, rounds, limit.Token);
}

using var server = await ServerProcess.StartAsync(limit.Token);
using var loopback = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
await Probe.RunAsync("NDJSON over loopback", Side.Lines, loopback, rounds, limit.Token);
await Probe.RunAsync("Events over loopback", Side.Events, loopback, rounds, limit.Token);
