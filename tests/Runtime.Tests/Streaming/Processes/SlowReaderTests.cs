using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Runtime.Tests.Streaming.Processes;

public class SlowReaderTests
{
    private const int BytesASecond = 10_000;
    private const long Flat = 32L << 20;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Resident_memory_stays_flat_while_slow_clients_read_endless_fast_sources()
    {
        await using var app = await TestApp.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<long>[] readers =
        [
            ReadSlowlyAsync(app, "/endless/lines", stop.Token),
            ReadSlowlyAsync(app, "/endless/events", stop.Token),
            ReadSlowlyAsync(app, "/endless/bytes", stop.Token),
        ];
        await Task.Delay(WarmUp, TestContext.Current.CancellationToken);

        var before = app.Process.WorkingSet;
        var most = before;
        var until = DateTime.UtcNow + Watched;
        while (DateTime.UtcNow < until)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            most = Math.Max(most, app.Process.WorkingSet);
            Assert.True(most - before < Flat, $"Resident memory grew from {before} to {most} bytes.");
            Assert.All(readers, reader => Assert.False(reader.IsCompleted, "A stream ended."));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Resident memory: {before >> 10} KiB, at most {most >> 10} KiB in {Watched}.");
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
    }

    private static async Task<long> ReadSlowlyAsync(TestApp app, string path, CancellationToken token)
    {
        // Else the kernel takes megabytes off the server at once.
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.Address.Port), token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"), token);
        var buffer = new byte[BytesASecond / 10];
        var total = 0L;
        try
        {
            while (await socket.ReceiveAsync(buffer, token) is > 0 and var read)
            {
                total += read;
                await Task.Delay(100, token);
            }
        }
        catch (OperationCanceledException)
        {
        }

        return total;
    }
}
