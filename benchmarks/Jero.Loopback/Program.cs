using Jero.Loopback.Probes;
using Jero.Loopback.Server;

if (args is ["serve", .. var settings])
{
    await LoopbackServer.RunAsync(isCompressed: settings is ["compressed"]);
    return 0;
}

// What is published by .ci/sizes.
if (args is ["start", .. var programs])
{
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
    Console.WriteLine(Machine.Describe());
    await StartProbe.RunAsync(programs, limit.Token);
    return 0;
}

// What is built and published of benchmarks/Jero.Native.
if (args is ["native", .. var servers])
{
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
    Console.WriteLine(Machine.Describe());
    await NativeProbe.RunAsync(servers, limit.Token);
    return 0;
}

var probes = new Dictionary<string, Func<CancellationToken, Task>>
{
    ["headers"] = HeadersProbe.RunAsync,
    ["reset"] = ResetProbe.RunAsync,
    ["shutdown"] = ShutdownProbe.RunAsync,
    ["memory"] = MemoryProbe.RunAsync,
    ["allocations"] = AllocationsProbe.RunAsync,
    ["throughput"] = ThroughputProbe.RunAsync,
    ["fanout"] = FanOutProbe.RunAsync,
    ["reading"] = ReadingProbe.RunAsync,
    ["body"] = BodyProbe.RunAsync,
    ["negotiation"] = NegotiationProbe.RunAsync,
    ["http2"] = Http2Probe.RunAsync,
    ["compression"] = CompressionProbe.RunAsync,
};

var names = args is ["all"] ? [.. probes.Keys] : args;
if (names.Length == 0 || !names.All(probes.ContainsKey))
{
    Console.Error.WriteLine($"Name one or more of: {string.Join(", ", probes.Keys)}; or all.");
    return 1;
}

Console.WriteLine(Machine.Describe());
foreach (var name in names)
{
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
    await probes[name](limit.Token);
}

return 0;
