using System.Buffers.Text;
using System.Collections;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Notifications.Feeds;

namespace Notifications.Load;

/// <summary>One client over a bare socket, which reconnects as a browser does and looks at each event's id and text.</summary>
internal sealed class LoadClient(Uri address, string path, string cookie, int events, Latencies latencies)
{
    private readonly BitArray _seen = new(events);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private FeedId? _last;

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
            var resume = _last is { } last ? $"Last-Event-ID: {last}\r\n" : "";
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

    // "id: 1795384715205-0" and a text of the event's number and the time at which it was sent: "17 123456789".
    private bool Take(ReadOnlySpan<byte> read, long now)
    {
        var id = read[(read.IndexOf("id: "u8) + 4)..];
        var milliseconds = Number(id, out var digits);
        var position = new FeedId((ulong)milliseconds, (ulong)Number(id[(digits + 1)..], out _));
        if (read.IndexOf("event: welcome"u8) >= 0)
        {
            _last ??= position;
            return true;
        }

        var text = read[(read.IndexOf("\"text\":\""u8) + 8)..];
        var number = (int)Number(text, out digits);
        var sent = Number(text[(digits + 1)..], out _);
        if (_seen[number] || position <= _last) Misplaced++;
        _seen[number] = true;
        _last = position;
        Received++;
        latencies.Add(Stopwatch.GetElapsedTime(sent, now));
        return false;
    }

    private static long Number(ReadOnlySpan<byte> text, out int digits) =>
        Utf8Parser.TryParse(text, out long number, out digits) ? number : throw new FormatException(Encoding.UTF8.GetString(text));
}
