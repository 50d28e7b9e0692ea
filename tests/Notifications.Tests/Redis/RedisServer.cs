using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Notifications.Tests.Redis;

/// <summary>A Redis of its own on a free loopback port, which keeps its data over <see cref="KillAsync"/>.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _program = Tool.Require("redis-server");
    private readonly int _port = FreePort();
    private ChildProcess? _process;

    public string Setting => string.Create(CultureInfo.InvariantCulture, $"--ConnectionStrings:Redis=127.0.0.1:{_port}");

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        _process = new ChildProcess(_program,
            "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.Path,
            "--appendonly", "yes", "--appendfsync", "always", "--save", "");
        await Until.TrueAsync(
            () => _process.Output.Contains("Ready to accept connections", StringComparison.Ordinal), () => $"Redis is ready: {_process.Output}");
    }

    /// <summary>Ends it without a word (SIGKILL).</summary>
    public ValueTask KillAsync() => _process!.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _process!.DisposeAsync();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
