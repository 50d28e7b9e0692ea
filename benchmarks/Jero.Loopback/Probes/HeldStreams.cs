namespace Jero.Loopback.Probes;

/// <summary>Streams that have sent their first item and wait.</summary>
internal sealed class HeldStreams : IDisposable
{
    private readonly List<Connection> _connections = [];

    private HeldStreams()
    {
    }

    public static async Task<HeldStreams> OpenAsync(ServerProcess server, string path, int count, CancellationToken token)
    {
        var held = new HeldStreams();
        for (var i = 0; i < count; i++)
        {
            var connection = await Connection.OpenAsync(server.Port, token);
            held._connections.Add(connection);
            await connection.GetAsync(path, token);
            await connection.UntilAsync("\n\n", token);
        }

        return held;
    }

    /// <summary>One event of each stream: when it was published and when it was seen.</summary>
    public async Task<List<(long At, long Seen)>> NextTicksAsync(CancellationToken token)
    {
        var ticks = await Task.WhenAll(_connections.Select(async connection =>
        {
            var own = new List<(long At, long Seen)>();
            while (!await connection.NextTickAsync(own, token))
            {
            }

            return own[0];
        }));
        return [.. ticks];
    }

    /// <summary>Reads whatever comes until it is told to stop.</summary>
    public async Task ReadOnAsync(CancellationToken token)
    {
        await Task.WhenAll(_connections.Select(async connection =>
        {
            var ticks = new List<(long At, long Seen)>();
            try
            {
                while (true)
                {
                    await connection.NextTickAsync(ticks, token);
                    ticks.Clear();
                }
            }
            catch (OperationCanceledException)
            {
                // Told to stop.
            }
        }));
    }

    public void Dispose() => _connections.ForEach(static connection => connection.Reset());
}
