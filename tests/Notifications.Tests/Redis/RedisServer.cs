using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

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

    /// <summary>Sends a command as another program would, and gives back the reply.</summary>
    public async Task<string> CommandAsync(params IEnumerable<string> command)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_port},allowAdmin=true");
        var parts = command.ToArray();
        // Latin-1, so that a test can also write bytes that are no UTF-8.
        var reply = await connection.GetDatabase().ExecuteAsync(parts[0], [.. parts.Skip(1).Select(part => (object)(RedisValue)Encoding.Latin1.GetBytes(part))]);
        return reply.ToString();
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
