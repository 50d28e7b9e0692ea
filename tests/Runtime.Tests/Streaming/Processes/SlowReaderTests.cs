using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Runtime.Tests.Streaming.Processes;

public class SlowReaderTests
{
    private const int BytesASecond = 10_000;
    private const long Flat = 32L << 20;

    // At the pace of the readers these are 4 and 20 s.
    private const long WarmUp = 4 * BytesASecond;
    private const long Watched = 20 * BytesASecond;

    [Fact]
    public async Task Resident_memory_stays_flat_while_slow_clients_read_endless_fast_sources()
    {
        await using var app = await TestApp.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        string[] paths = ["/endless/lines", "/endless/events", "/endless/bytes"];
        var read = new long[paths.Length];
        Task[] readers = [.. paths.Select((path, i) => ReadSlowlyAsync(app, path, more => Interlocked.Add(ref read[i], more), stop.Token))];
        await UntilReadAsync(WarmUp, static () => { });

        var before = app.Process.WorkingSet;
        var most = before;
        await UntilReadAsync(WarmUp + Watched, () =>
        {
            most = Math.Max(most, app.Process.WorkingSet);
            Assert.True(most - before < Flat, $"Resident memory grew from {before} to {most} bytes.");
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"Resident memory: {before >> 10} KiB, at most {most >> 10} KiB.");
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        async Task UntilReadAsync(long bytes, Action meanwhile)
        {
            while (!Array.TrueForAll(read, count => count >= bytes))
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
                meanwhile();
                Assert.All(readers, reader => Assert.False(reader.IsCompleted, "A stream ended."));
            }
        }
    }

    private static async Task ReadSlowlyAsync(TestApp app, string path, Action<long> onRead, CancellationToken token)
    {
        // Else the kernel takes megabytes off the server at once.
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.Address.Port), token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"), token);
        var buffer = new byte[BytesASecond / 10];
        try
        {
            while (await socket.ReceiveAsync(buffer, token) is > 0 and var count)
            {
                onRead(count);
                await Task.Delay(100, token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
