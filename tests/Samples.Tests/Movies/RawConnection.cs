using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Samples.Tests.Movies;

/// <summary>A request over a bare socket, and what came back so far, chunk lengths and all.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
    private readonly StringBuilder _received = new();

    private RawConnection() { }

    public static async Task<RawConnection> SendAsync(int port, string requestLine, params string[] headers)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var request = string.Join("\r\n", [requestLine + " HTTP/1.1", "Host: localhost", .. headers, "", ""]);
        await connection._socket.SendAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Sends a piece of a body whose Transfer-Encoding is chunked; nothing ends it.</summary>
    public async Task SendChunkAsync(string text) => await _socket.SendAsync(
        Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"), TestContext.Current.CancellationToken);

    /// <summary>Reads until this text has come, and no further than the packet it came in.</summary>
    public Task<string> ReadToAsync(string text) => ReadAsync(received => received.Contains(text, StringComparison.Ordinal));

    /// <summary>Reads until the server closes.</summary>
    public Task<string> ReadToEndAsync() => ReadAsync(_ => false, endExpected: true);

    /// <summary>Breaks the connection off without saying goodbye.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReadAsync(Func<string, bool> enough, bool endExpected = false)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var buffer = new byte[1024];
        while (!enough(_received.ToString()))
        {
            var count = await _socket.ReceiveAsync(buffer, limit.Token);
            if (count == 0 && endExpected) break;
            Assert.True(count > 0, $"The server closed after: {_received}");
            _received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return _received.ToString();
    }
}
