using System.Buffers.Text;
using System.Collections;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Notifications.Load;

/// <summary>One client over a bare socket, which reconnects as a browser does and looks at each event's id and text.</summary>
internal sealed class LoadClient(Uri address, string path, string cookie, int events, Latencies latencies)
{
    private readonly BitArray _seen = new(events);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly byte[] _id = new byte[128];
    private int _idLength;
    private long _position = -1;

    public int Received { get; private set; }

    public int Connections { get; private set; }

    /// <summary>Events that came twice or after a later one.</summary>
    public int Misplaced { get; private set; }

    public bool IsComplete => Received == events && Misplaced == 0;

    /// <summary>Runs until every event has come.</summary>
    /// <param name="welcomed">Called at each stream's first event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(Action welcomed, CancellationToken cancellationToken)
    {
        while (Received < events)
        {
            Connections++;
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
            // HTTP/1.0: the events as they are, not cut into chunks.
            var resume = _idLength > 0 ? $"Last-Event-ID: {Encoding.ASCII.GetString(_id, 0, _idLength)}\r\n" : "";
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: localhost\r\nCookie: {cookie}\r\n{resume}\r\n"), cancellationToken);
            await ReadAsync(socket, welcomed, cancellationToken);
        }
    }

    private async Task ReadAsync(Socket socket, Action welcomed, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (Received < events)
        {
            var count = await socket.ReceiveAsync(_buffer.AsMemory(filled), cancellationToken);
            if (count == 0) return;
            filled += count;
            var taken = 0;
            while (_buffer.AsSpan(taken, filled - taken).IndexOf("\n\n"u8) is >= 0 and var end)
            {
                if (Take(_buffer.AsSpan(taken, end), Stopwatch.GetTimestamp())) welcomed();
                taken += end + 2;
            }

            _buffer.AsSpan(taken, filled - taken).CopyTo(_buffer);
            filled -= taken;
        }
    }

    // "id: 5f0c1d2e3a4b-17", and a text of the event's number and the time at which it was sent: "17 123456789".
    private bool Take(ReadOnlySpan<byte> read, long now)
    {
        var isWelcome = read.IndexOf("event: welcome"u8) >= 0;
        // The framework's has no id.
        var start = read.IndexOf("id: "u8);
        if (isWelcome && (start < 0 || _idLength > 0)) return true;
        var id = read[(start + 4)..];
        if (id.IndexOf((byte)'\n') is >= 0 and var end) id = id[..end];
        var position = Number(id[(id.IndexOf((byte)'-') + 1)..], out _);
        _idLength = id.Length;
        id.CopyTo(_id);
        if (isWelcome)
        {
            _position = position;
            return true;
        }

        var text = read[(read.IndexOf("\"text\":\""u8) + 8)..];
        var number = (int)Number(text, out var digits);
        var sent = Number(text[(digits + 1)..], out _);
        if (_seen[number] || position <= _position) Misplaced++;
        _seen[number] = true;
        _position = position;
        Received++;
        latencies.Add(Stopwatch.GetElapsedTime(sent, now));
        return false;
    }

    private static long Number(ReadOnlySpan<byte> text, out int digits) =>
        Utf8Parser.TryParse(text, out long number, out digits) ? number : throw new FormatException(Encoding.UTF8.GetString(text));
}
