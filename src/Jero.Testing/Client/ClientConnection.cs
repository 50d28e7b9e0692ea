using System.Net;
using System.Net.Sockets;

namespace Jero.Testing.Client;

/// <summary>
/// Connects one stream to its server, by its own socket or in process. Disposing it closes the connection like a client that leaves.
/// </summary>
internal sealed class ClientConnection : IDisposable
{
    // Otherwise the kernel takes megabytes from the server before the server notices a client that does not read.
    private const int ReceiveBuffer = 8 * 1024;

    private readonly HttpMessageInvoker _invoker;
    private readonly TimeProvider _time;
    private readonly bool _isHttp2;
    private Socket? _socket;
    private PacedStream? _paced;

    private ClientConnection(HttpMessageHandler handler, TimeProvider time, bool isHttp2)
    {
        _invoker = new HttpMessageInvoker(handler);
        _time = time;
        _isHttp2 = isHttp2;
    }

    /// <summary>Whether there is a socket that can be reset.</summary>
    public bool HasSocket => _socket is not null;

    public static ClientConnection OverSocket(Uri address, TimeProvider time, bool isHttp2)
    {
        ClientConnection? connection = null;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,

            // A client that leaves does not read the rest.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, cancellation) => await connection!.ConnectAsync(address, cancellation).ConfigureAwait(false),
        };
        return connection = new ClientConnection(handler, time, isHttp2);
    }

    public static ClientConnection InProcess(HttpMessageHandler handler, TimeProvider time) => new(handler, time, isHttp2: false);

    /// <summary>Whether a request or a read fails so where the connection has ended.</summary>
    public static bool IsFault(Exception exception) =>
        exception is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException;

    /// <summary>
    /// Sends the request. The task completes when the headers have come; until then <paramref name="left"/> cancels the request.
    /// </summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken left)
    {
        if (_isHttp2)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }

        return _invoker.SendAsync(request, left);
    }

    /// <summary>Returns the body, read at the pace that a test sets.</summary>
    public Stream Pace(Stream body) => HasSocket ? body : _paced = new PacedStream(body, _time);

    public void ReadSlowly(int bytesPerSecond) => Paced().ReadSlowly(bytesPerSecond);

    public void Stall() => Paced().Stall();

    /// <summary>Closes the connection with an RST.</summary>
    public void Reset()
    {
        _socket!.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    /// <summary>Closes the sending side with a FIN.</summary>
    public void FinishSending() => _socket!.Shutdown(SocketShutdown.Send);

    /// <summary>Closes the connection with a FIN. Over HTTP/2 the response is disposed first, which resets its stream.</summary>
    public void Leave(HttpResponseMessage? response)
    {
        if (_socket is null || _isHttp2)
        {
            response?.Dispose();
            return;
        }

        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The server was first to close it.
        }
        catch (ObjectDisposedException)
        {
            // It is closed already.
        }

        _socket.Close();
        response?.Dispose();
    }

    public void Dispose()
    {
        _invoker.Dispose();
        _socket?.Dispose();
    }

    private PacedStream Paced() =>
        _paced ?? throw new InvalidOperationException("The response has not begun, so there is nothing to read slowly.");

    private async ValueTask<Stream> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = ReceiveBuffer };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _socket = socket;
        return _paced = new PacedStream(new NetworkStream(socket, ownsSocket: true), _time);
    }
}
