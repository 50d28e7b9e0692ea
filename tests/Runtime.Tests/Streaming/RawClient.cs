using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Runtime.Tests.Streaming;

/// <summary>An HTTP/1.1 client that shows the bytes as they come.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly StringBuilder _received = new();

    public string Received => _received.ToString();

    /// <summary>What came behind the headers, the chunks' sizes and line ends taken off.</summary>
    public string Body
    {
        get
        {
            var rest = Received[(Received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            if (!Received.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal))
            {
                return rest;
            }

            var body = new StringBuilder();
            while (rest.IndexOf("\r\n", StringComparison.Ordinal) is > 0 and var end)
            {
                var size = Convert.ToInt32(rest[..end], 16);
                var start = end + 2;
                body.Append(rest.AsSpan(start, Math.Min(size, rest.Length - start)));
                rest = start + size + 2 <= rest.Length ? rest[(start + size + 2)..] : "";
            }

            return body.ToString();
        }
    }

    public bool IsWhole => Received.EndsWith("0\r\n\r\n", StringComparison.Ordinal);

    public static Task<RawClient> SendAsync(App app, string path, string method = "GET", string headers = "", int? receiveBuffer = null) =>
        SendAsync(app.Address, path, method, headers, receiveBuffer);

    public static async Task<RawClient> SendAsync(
        Uri address, string path, string method = "GET", string headers = "", int? receiveBuffer = null)
    {
        var client = new RawClient();
        if (receiveBuffer is { } size)
        {
            // Else the kernel takes megabytes off the server at once.
            client._socket.ReceiveBufferSize = size;
        }

        await client._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), TestContext.Current.CancellationToken);
        var request = $"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n";
        await client._socket.SendAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Asks, and reads until the server closes the connection.</summary>
    public static async Task<RawClient> ReadWholeAsync(App app, string path, string method = "GET", string headers = "")
    {
        var client = await SendAsync(app, path, method, "Connection: close\r\n" + headers);
        await client.UntilClosedAsync();
        return client;
    }

    public async Task UntilAsync(string text)
    {
        while (!Received.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(await ReadAsync(), $"Closed before '{text}' came: {Received}");
        }
    }

    public async Task UntilClosedAsync()
    {
        try
        {
            while (await ReadAsync())
            {
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
        }
    }

    /// <summary>Closes with a FIN.</summary>
    public void Finish()
    {
        _socket.Shutdown(SocketShutdown.Both);
        _socket.Close();
    }

    /// <summary>Closes the sending side only, with a FIN.</summary>
    public void FinishSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>
    /// Answers nothing from now on, not even with an ACK, and sends no FIN: a peer whose network is gone. Linux only: a filter that drops
    /// what comes in (SO_ATTACH_FILTER, socket(7)).
    /// </summary>
    public void Vanish()
    {
        const int SocketLevel = 1, AttachFilter = 26;
        ReadOnlySpan<byte> returnNothing = [0x06, 0, 0, 0, 0, 0, 0, 0];
        var program = Marshal.AllocHGlobal(returnNothing.Length);
        Marshal.Copy(returnNothing.ToArray(), 0, program, returnNothing.Length);
        Span<byte> filter = stackalloc byte[16];
        filter.Clear();
        filter[0] = 1;
        BitConverter.TryWriteBytes(filter[8..], (long)program);
        _socket.SetRawSocketOption(SocketLevel, AttachFilter, filter);
        Marshal.FreeHGlobal(program);
    }

    /// <summary>Closes with an RST.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(App.Patience);
        var read = await _socket.ReceiveAsync(buffer, limit.Token);
        _received.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return read > 0;
    }
}
