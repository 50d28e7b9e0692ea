using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Runtime.Tests.Streaming.Storm;

/// <summary>One connection or HTTP/2 stream, dropped at a random moment in a random way.</summary>
internal static class StormClient
{
    public static async Task RunHttp1Async(Uri address, int seed, CancellationToken token)
    {
        var random = new Random(seed);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), token);
        try
        {
            var request = Encoding.ASCII.GetBytes($"GET /{seed} HTTP/1.1\r\nHost: localhost\r\n\r\n");

            // One in ten stops in the middle of its request.
            await socket.SendAsync(request.AsMemory(0, random.Next(10) == 0 ? random.Next(request.Length) : request.Length), token);
            await DelayAsync(random, token);
            await ReadAsync(new NetworkStream(socket), random, token);
            await DropAsync(socket, random, token);
        }
        catch (SocketException)
        {
            // The server was first: it had cut the stream short.
        }
        catch (IOException)
        {
        }
    }

    public static async Task RunHttp2Async(HttpClient client, int seed, CancellationToken token)
    {
        var random = new Random(seed);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(token);
        if (random.Next(4) == 0)
        {
            leaving.CancelAfter(random.Next(20));
        }

        try
        {
            using var response = await client.GetAsync($"/{seed}", HttpCompletionOption.ResponseHeadersRead, leaving.Token);
            await using var body = await response.Content.ReadAsStreamAsync(leaving.Token);
            await ReadAsync(body, random, leaving.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
        }
        catch (IOException)
        {
        }
        catch (HttpRequestException)
        {
            // A server that sees too many resets closes the connection (ENHANCE_YOUR_CALM), and the next request makes another.
        }
    }

    private static async Task ReadAsync(Stream stream, Random random, CancellationToken token)
    {
        var buffer = new byte[random.Next(1, 8192)];
        for (var reads = random.Next(8); reads > 0; reads--)
        {
            // What is closed has nothing to read; what is silent is not waited for.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(50);
            try
            {
                if (await stream.ReadAsync(buffer, limit.Token) == 0)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task DropAsync(Socket socket, Random random, CancellationToken token)
    {
        switch (random.Next(3))
        {
            case 0:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                break;
            case 1:
                socket.Shutdown(SocketShutdown.Both);
                break;
            default:
                socket.Shutdown(SocketShutdown.Send);
                await DelayAsync(random, token);
                break;
        }

        socket.Close();
    }

    private static Task DelayAsync(Random random, CancellationToken token) =>
        random.Next(2) == 0 ? Task.CompletedTask : Task.Delay(random.Next(30), token);
}
