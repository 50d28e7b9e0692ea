using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Topics.Load.Clients;

/// <summary>Reads so many lines as fast as they come, and looks at nothing.</summary>
internal sealed class Replay(int port)
{
    private readonly byte[] _buffer = new byte[256 * 1024];

    public void Read(string path, string? after, int lines)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000 };
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

        // HTTP/1.0: the lines as they are, not cut into chunks.
        socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: localhost\r\n{(after is null ? "" : $"Last-Event-ID: {after}\r\n")}\r\n"));
        var filled = 0;
        int end;
        while ((end = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += Receive(socket, _buffer.AsSpan(filled));
        }

        lines -= _buffer.AsSpan(end + 4, filled - end - 4).Count((byte)'\n');
        while (lines > 0)
        {
            lines -= _buffer.AsSpan(0, Receive(socket, _buffer)).Count((byte)'\n');
        }
    }

    private static int Receive(Socket socket, Span<byte> buffer) =>
        socket.Receive(buffer) is > 0 and var read ? read : throw new InvalidOperationException("The stream ended before all of it had come.");
}
