using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Topics.Load.Clients;

/// <summary>One event stream over a bare socket. Looks at each event's number and at when it was published.</summary>
internal sealed class Client : IDisposable
{
    // The first 10,000 streams of one address leave it few ports; each address has as many.
    private const int StreamsPerAddress = 5_000;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    // What has come of an event that is not whole.
    private byte[] _rest = [];
    private int _next = -1;

    public nint Handle => _socket.Handle;

    /// <summary>Whether anything but the headers has come.</summary>
    public bool HasBegun { get; private set; }

    public int Received { get; private set; }

    /// <summary>Events that came out of order or twice, or behind one that is missing.</summary>
    public int Misplaced { get; private set; }

    /// <summary>Connects and asks.</summary>
    /// <param name="number">Its number among all.</param>
    /// <param name="port">The server's.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="buffer">How many bytes the kernel may hold for it; null leaves that to the kernel.</param>
    public void Open(int number, int port, byte[] request, int? buffer)
    {
        if (buffer is { } bytes)
        {
            _socket.ReceiveBufferSize = bytes;
        }

        _socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(1 + (number / StreamsPerAddress))]), 0));
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        _socket.Send(request);
        _socket.Blocking = false;
    }

    /// <summary>Reads what is there.</summary>
    /// <param name="buffer">One for all clients.</param>
    /// <param name="latencies">Gets the ticks that each event took; null where they are of no interest.</param>
    /// <returns>Whether the stream goes on.</returns>
    public bool Read(byte[] buffer, List<long>? latencies)
    {
        _rest.CopyTo(buffer, 0);
        var read = _socket.Receive(buffer.AsSpan(_rest.Length), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return true;
        }

        if (read <= 0)
        {
            return false;
        }

        var now = Stopwatch.GetTimestamp();
        var text = buffer.AsSpan(0, _rest.Length + read);
        int end;
        while ((end = text.IndexOf("\n\n"u8)) >= 0)
        {
            Take(text[..end], now, latencies);
            text = text[(end + 2)..];
        }

        _rest = text.IsEmpty ? [] : text.ToArray();
        return true;
    }

    /// <summary>Closes with an RST, which leaves no port in TIME_WAIT. May be called again.</summary>
    public void Dispose()
    {
        if (_socket.SafeHandle.IsClosed)
        {
            return;
        }

        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public static byte[] Request(string path, string? after) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{(after is null ? "" : $"Last-Event-ID: {after}\r\n")}\r\n");

    private void Take(ReadOnlySpan<byte> block, long now, List<long>? latencies)
    {
        HasBegun = true;
        var place = block.IndexOf("\"number\":"u8);
        if (place < 0
            || !Utf8Parser.TryParse(block[(place + 9)..], out int number, out var digits) || number < 0
            || !Utf8Parser.TryParse(block[(place + 9 + digits + 6)..], out long at, out _))
        {
            return;
        }

        Received++;
        if (_next >= 0 && number != _next)
        {
            Misplaced++;
        }

        _next = number + 1;
        latencies?.Add(now - at);
    }
}
