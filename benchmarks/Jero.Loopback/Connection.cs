using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jero.Loopback;

/// <summary>One HTTP/1.1 connection that sends one GET and shows when bytes come.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _chunk = new byte[512];
    private readonly StringBuilder _received = new();

    public static async Task<Connection> OpenAsync(int port, CancellationToken token)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), token);
        return connection;
    }

    /// <summary>Asks for a path; when, by <see cref="Stopwatch"/>, which all processes of a Linux machine share.</summary>
    public async Task<long> GetAsync(string path, CancellationToken token, string headers = "")
    {
        var sent = Stopwatch.GetTimestamp();
        await _socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"), token);
        return sent;
    }

    /// <summary>Reads until a text has come; when it had.</summary>
    public async Task<long> UntilAsync(string text, CancellationToken token)
    {
        while (!_received.ToString().Contains(text, StringComparison.Ordinal))
        {
            var read = await _socket.ReceiveAsync(_chunk, token);
            if (read == 0)
            {
                throw new InvalidOperationException($"Closed before '{text}' came: {_received}");
            }

            _received.Append(Encoding.UTF8.GetString(_chunk, 0, read));
        }

        return Stopwatch.GetTimestamp();
    }

    /// <summary>Waits for the next bytes and adds each publishing time that is among them.</summary>
    public async Task<bool> NextTickAsync(List<(long At, long Seen)> ticks, CancellationToken token)
    {
        var read = await _socket.ReceiveAsync(_chunk, token);
        var seen = Stopwatch.GetTimestamp();
        var place = _chunk.AsSpan(0, read).IndexOf("\"at\":"u8);
        if (place < 0 || !Utf8Parser.TryParse(_chunk.AsSpan(place + 5), out long at, out _))
        {
            return false;
        }

        ticks.Add((at, seen));
        return true;
    }

    /// <summary>Closes with an RST; when.</summary>
    public long Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        var reset = Stopwatch.GetTimestamp();
        _socket.Close();
        return reset;
    }

    public void Dispose() => _socket.Dispose();
}
