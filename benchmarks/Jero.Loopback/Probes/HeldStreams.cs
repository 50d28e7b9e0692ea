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
            await connection.UntilAsync("data:", token);
        }

        return held;
    }

    public void Dispose() => _connections.ForEach(connection => connection.Reset());
}
