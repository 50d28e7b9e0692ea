namespace Topics.Load.Clients;

/// <summary>Many clients, read by one thread: the caller's, while it waits for something.</summary>
internal sealed class Crowd : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Epoll _epoll = new();
    private readonly List<Client> _clients = [];
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly int[] _ready = new int[512];
    private long _received;
    private int _begun;
    private int _ended;

    public int Count => _clients.Count;

    /// <summary>Ticks from publication to client, of each event since this was set; null for none.</summary>
    public List<long>? Latencies { get; set; }

    public long Received => _received;

    /// <summary>Connects so many clients; each has got the first block of its stream when this returns.</summary>
    /// <param name="port">The server's.</param>
    /// <param name="path">What they ask for.</param>
    /// <param name="count">How many.</param>
    /// <param name="after">The id that they say they have seen.</param>
    /// <param name="buffer">How many bytes the kernel may hold for each.</param>
    public static Crowd Open(int port, string path, int count, string? after = null, int? buffer = null)
    {
        const int AtOnce = 200;
        var crowd = new Crowd();
        var request = Client.Request(path, after);
        for (var i = 0; i < count; i++)
        {
            var client = new Client();
            client.Open(i, port, request, buffer);
            crowd._clients.Add(client);
            crowd._epoll.Watch(client.Handle, i);
            crowd.Until(() => crowd._begun > i - AtOnce, "the streams begin");
        }

        crowd.Until(() => crowd._begun == count, "all streams begin");
        return crowd;
    }

    /// <summary>Reads until so many events have come to all clients together.</summary>
    public void UntilReceived(long count) => Until(() => _received >= count, $"{count} events arrive");

    /// <summary>Reads until the server has closed all of them.</summary>
    public void UntilEnded() => Until(() => _ended == _clients.Count, "the streams end");

    /// <exception cref="InvalidOperationException">A client lacks an event, or got one twice or out of order.</exception>
    public void Check(int each)
    {
        var wrong = _clients.Count(client => client.Received != each || client.Misplaced > 0);
        if (wrong > 0)
        {
            throw new InvalidOperationException($"{wrong} of {_clients.Count} clients did not get {each} events once and in order.");
        }
    }

    public void Dispose()
    {
        _clients.ForEach(static client => client.Dispose());
        _epoll.Dispose();
    }

    private void Until(Func<bool> condition, string what)
    {
        var started = Environment.TickCount64;
        while (!condition())
        {
            var count = _epoll.Wait(_ready, 100);
            for (var i = 0; i < count; i++)
            {
                Read(_clients[_ready[i]]);
            }

            if (Environment.TickCount64 - started > Limit.TotalMilliseconds)
            {
                throw new TimeoutException($"{what}: {_received} events have come, {_begun} streams have begun, {_ended} have ended.");
            }
        }
    }

    private void Read(Client client)
    {
        var (had, received) = (client.HasBegun, client.Received);
        if (!client.Read(_buffer, Latencies))
        {
            _ended++;
            client.Dispose();
        }

        _received += client.Received - received;
        _begun += !had && client.HasBegun ? 1 : 0;
    }
}
