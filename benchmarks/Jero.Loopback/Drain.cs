using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jero.Loopback;

/// <summary>
/// The cheapest client there is, so that it takes little of the processors that it shares with the server: one blocking socket, one large
/// buffer, nothing looked at.
/// </summary>
internal sealed class Drain : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly int _port;
    private readonly string? _encoding;
    private Socket? _socket;

    /// <param name="port">The server's.</param>
    /// <param name="encoding">What the client takes, such as <c>gzip</c>.</param>
    public Drain(int port, string? encoding = null) => (_port, _encoding) = (port, encoding);

    /// <summary>Reads a response to its end; how many bytes there were.</summary>
    public long Read(string path)
    {
        Send(path);
        long bytes = 0;
        int read;
        while ((read = _socket!.Receive(_buffer)) > 0)
        {
            bytes += read;
        }

        return bytes;
    }

    /// <summary>Reads a short response whole, body only, as it is on the wire.</summary>
    public string ReadText(string path)
    {
        Send(path);
        using var text = new MemoryStream();
        int read;
        while ((read = _socket!.Receive(_buffer)) > 0)
        {
            text.Write(_buffer, 0, read);
        }

        var response = Encoding.UTF8.GetString(text.ToArray());
        return response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
    }

    public void Dispose() => _socket?.Dispose();

    private void Send(string path)
    {
        _socket?.Dispose();
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000 };
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, _port));
        var accepted = _encoding is null ? "" : $"Accept-Encoding: {_encoding}\r\n";
        _socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{accepted}Connection: close\r\n\r\n"));
    }
}
