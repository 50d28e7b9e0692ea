using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming.Storm;

/// <summary>Alone in its process while it runs, since it looks at the heap.</summary>
[CollectionDefinition(nameof(StormTests), DisableParallelization = true)]
public class StormRunsAlone;

[Collection(nameof(StormTests))]
public class StormTests
{
    private const int Connections = 2000;
    private const int Wave = 100;
    private const long Back = 32L << 20;

    // Set to run a storm again.
    private const string SeedVariable = "JERO_STORM_SEED";

    private readonly Ledger _ledger = new();

    [Fact]
    public async Task After_2000_dropped_connections_everything_is_closed_and_the_memory_is_back()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"{SeedVariable}={seed}");
        await using var http1 = await StartAsync(HttpProtocols.Http1);
        await using var http2 = await StartAsync(HttpProtocols.Http2);
        using var meters1 = new StreamMeters(http1);
        using var meters2 = new StreamMeters(http2);
        using var client = Clients.Http2(http2);

        // The first half fills the pools, which keep their largest arrays for more than a minute.
        await WavesAsync(0, Connections / 2);
        var before = Heap();
        await WavesAsync(Connections / 2, Connections);

        // How many clients give up before they are answered is up to the machine; that many show that there was a storm.
        Assert.InRange(_ledger.Sources, Connections / 20, Connections);
        Assert.InRange(_ledger.Lifecycles, Connections / 60, Connections);
        Assert.All(http1.Log.Errors.Concat(http2.Log.Errors), line => Assert.Contains("A source of the storm", $"{line.Exception}", StringComparison.Ordinal));
        var after = Heap();
        await App.UntilAsync(() => (after = Heap()) < before + Back, $"the heap is back at {before} bytes, from {after} ({SeedVariable}={seed})");
        TestContext.Current.TestOutputHelper?.WriteLine($"{_ledger}; the heap went from {before >> 10} to {Heap() >> 10} KiB.");

        async Task WavesAsync(int from, int to)
        {
            for (var first = from; first < to; first += Wave)
            {
                await WaveAsync(http1, client, seed + first);
            }

            await BalancedAsync(seed, meters1, meters2);
        }

        // Without what the test itself has gathered.
        long Heap()
        {
            http1.Log.Clear();
            http2.Log.Clear();
            meters1.ClearSent();
            meters2.ClearSent();
            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static async Task WaveAsync(App http1, HttpClient http2, int seed) =>
        await Task.WhenAll(Enumerable.Range(seed, Wave).Select(one => one % 4 == 0
            ? StormClient.RunHttp2Async(http2, one, TestContext.Current.CancellationToken)
            : StormClient.RunHttp1Async(http1.Address, one, TestContext.Current.CancellationToken)));

    private async Task BalancedAsync(int seed, StreamMeters meters1, StreamMeters meters2)
    {
        try
        {
            await App.UntilAsync(() => _ledger.IsBalanced && meters1.OpenStreams == 0 && meters2.OpenStreams == 0, "every stream is closed");
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{SeedVariable}={seed}: {_ledger}; {meters1.OpenStreams} and {meters2.OpenStreams} streams open.", exception);
        }
    }

    private Task<App> StartAsync(HttpProtocols protocols) => App.StartAsync(
        web => web.MapGet("/{seed:int}", IResult (int seed) => _ledger.Respond(new Random(~seed))),
        services => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)),
        protocols);
}
