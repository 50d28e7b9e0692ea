using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shared;

/// <summary>A Redis of its own on a free loopback port, which keeps its data over <see cref="KillAsync"/>.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-redis-");
    private readonly string _program = Tool.Require("redis-server");
    private readonly string[] _more;
    private ChildProcess? _process;

    private RedisServer(string[] more) => _more = more;

    public string Configuration => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public int Port { get; private set; } = FreePort();

    /// <summary>Starts one.</summary>
    /// <param name="more">Settings beside those of a server that loses nothing, as in <c>--cluster-enabled yes</c>.</param>
    public static async Task<RedisServer> StartAsync(params string[] more)
    {
        var server = new RedisServer(more);
        while (!await server.TryStartAsync()) server.Port = FreePort();
        return server;
    }

    /// <summary>Starts it again on its old port.</summary>
    public async Task StartAgainAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        // Another test may have been given the port meanwhile, and gives it back.
        while (!await TryStartAsync())
        {
            Assert.False(limit.IsCancellationRequested, $"The port stays taken: {_process!.Output}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    // False where the port is taken.
    private async Task<bool> TryStartAsync()
    {
        _process = new ChildProcess(_program,
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName,
            "--appendonly", "yes", "--appendfsync", "always", "--save", "", .. _more]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!_process.Output.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync(Limit);
                var isTaken = _process.Output.Contains("Address already in use", StringComparison.Ordinal);
                Assert.True(isTaken, $"Redis does not start: {_process.Output}");
                return false;
            }

            Assert.False(limit.IsCancellationRequested, $"Redis does not start: {_process.Output}");
            await Task.Delay(20, CancellationToken.None);
        }

        return true;
    }

    /// <summary>Sends a command as another program would, and gives back the reply, which is no list.</summary>
    public async Task<string> CommandAsync(params IEnumerable<string> command)
    {
        var parts = command.ToArray();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
        // Latin-1, so that a test can also write bytes that are no UTF-8. https://redis.io/docs/latest/develop/reference/protocol-spec/
        var sent = new StringBuilder($"*{parts.Length}\r\n").AppendJoin("", parts.Select(part => $"${part.Length}\r\n{part}\r\n"));
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(sent.ToString()), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        var reply = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "-closed";
        Assert.False(reply.StartsWith('-'), $"{string.Join(' ', parts)}: {reply}");
        return reply[0] == '$' ? (await reader.ReadLineAsync(TestContext.Current.CancellationToken))! : reply[1..];
    }

    /// <summary>Ends it without a word (SIGKILL).</summary>
    public ValueTask KillAsync() => _process!.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _process!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
