using Topics.Load.Rows;
using Topics.Load.Server;

if (args is ["serve", .. var settings])
{
    await LoadServer.RunAsync(settings);
    return 0;
}

// "smoke" is smaller than is worth a look at the figures: that every row still runs. "short" is a fifth of the subscribers and half of the events.
var (isSmoke, isShort) = (args is ["smoke", ..], args is ["short", ..]);
var rounds = isSmoke ? 1 : 3;
Side[] sides = isSmoke ? Side.All[..2] : Side.All;

var rows = new Dictionary<string, Func<CancellationToken, Task>>
{
    ["lone"] = Deliver(new("Lone events", Streams(1_000), Times(60), rounds)),
    ["many"] = Deliver(new("Lone events", Streams(10_000), Times(12), rounds)),
    ["bursts"] = Deliver(new("Bursts of 20 events", Streams(1_000), Times(20), rounds) { Burst = 20 }),
    ["linger"] = Deliver(new("100 events a second, the topic's Linger 10 ms", Streams(200), Times(300), rounds) { PerSecond = 100, Linger = 10 }),
    ["large"] = Deliver(new("Events of 4 KiB", Streams(1_000), Times(40), rounds) { IsLarge = true }),
    ["subjects"] = token => Subjects.RunAsync(isSmoke ? [10, 1_000] : [10, 1_000, 10_000, 50_000], Times(1_000), rounds, token),
    ["memory"] = token => Memory.RunAsync(sides, Streams(10_000), Streams(500), rounds, token),
    ["publish"] = new Deliveries("Publishing", Streams(10_000), Times(60), rounds) { Sides = Side.All[..2] }.RunAsync,
    ["allocations"] = token => Allocations.RunAsync(sides, Streams(200), Times(300), rounds, token),
    ["replay"] = token => Replays.RunAsync(Times(50), 3 * rounds, token),
    ["redis"] = token => RedisReads.RunAsync(isSmoke ? 600 : 5_000, isSmoke ? [1, 10] : [1, 100], token),
    ["stop"] = token => Stops.RunAsync(Streams(10_000), rounds, token),
};

string[] names = [.. isSmoke || isShort ? args.Skip(1) : args];
names = names is ["all"] || (isSmoke && names is []) ? [.. rows.Keys] : names;
if (names.Length == 0 || !names.All(rows.ContainsKey))
{
    Console.Error.WriteLine($"Name one or more of: {string.Join(", ", rows.Keys)}; or all. Put short in front for smaller ones, or smoke to see that they run.");
    return 1;
}

Console.WriteLine(Machine.Describe());
foreach (var name in names)
{
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
    await rows[name](limit.Token);
}

return 0;

Func<CancellationToken, Task> Deliver(Deliveries deliveries) => (deliveries with { Sides = sides }).RunAsync;

int Streams(int full) => isSmoke ? Math.Max(5, full / 50) : isShort ? full / 5 : full;

int Times(int full) => isSmoke ? Math.Max(5, full / 50) : isShort ? full / 2 : full;
