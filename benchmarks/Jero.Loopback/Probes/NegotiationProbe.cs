namespace Jero.Loopback.Probes;

/// <summary>What a stream costs more whose form the client chooses.</summary>
internal static class NegotiationProbe
{
    private const int Rounds = 31;

    private static readonly (string Name, string Route)[] Sides =
    [
        ("Jero `NDJSONStreamingResponse<Row>`", "/jero/{0}"),
        ("`StreamedItems<Row>`, which sends NDJSON", "/jero/{0}/negotiated"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        using var drain = new Drain(server.Port);
        ThroughputProbe.CheckSameBytes(drain, Sides, "row");
        ThroughputProbe.Compare(server, drain.Read, "NDJSON of row, chosen by the handler and by the client", Sides, "row", 1_000_000, Rounds, token);
    }
}
