namespace Jero.Loopback.Probes;

/// <summary>The framework's response compression around a stream and around the framework's own array. .NET 10 has no Zstandard.</summary>
internal static class CompressionProbe
{
    private const int Rounds = 9;

    private static readonly (string Name, string Route)[] Sides =
    [
        ("Jero NDJSON", "/jero/{0}"),
        ("ASP.NET Core IAsyncEnumerable (JSON array)", "/aspnet/{0}"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token, "compressed");
        foreach (var encoding in new[] { "gzip", "br" })
        {
            using var drain = new Drain(server.Port, encoding);
            ThroughputProbe.Compare(server, drain.Read, $"row under {encoding}", Sides, "row", 200_000, Rounds, token, leastBytes: 1);
        }
    }
}
