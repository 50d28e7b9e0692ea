using System.Net;

namespace Jero.Loopback.Probes;

/// <summary>The same streams over HTTP/2 without TLS, to a client with a window that never closes.</summary>
internal static class Http2Probe
{
    private const int Rounds = 9;

    private static readonly (string Name, string Route)[] Sides =
    [
        ("ready-made bytes, copied item by item (the limit)", "/ready/{0}"),
        ("Jero NDJSON", "/jero/{0}"),
        ("ASP.NET Core IAsyncEnumerable (JSON array)", "/aspnet/{0}"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        using var handler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 16 * 1024 * 1024 };
        using var client = new HttpClient(handler)
        {
            BaseAddress = new Uri($"http://127.0.0.1:{await server.AskAsync("/control/http2", token)}"),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var buffer = new byte[256 * 1024];
        foreach (var item in new[] { "row", "movie" })
        {
            ThroughputProbe.Compare(server, Read, $"NDJSON of {item} over HTTP/2", Sides, item, 300_000, Rounds, token);
        }

        long Read(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var response = client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).GetAwaiter().GetResult();
            using var body = response.EnsureSuccessStatusCode().Content.ReadAsStream(token);
            long bytes = 0;
            int read;
            while ((read = body.Read(buffer)) > 0)
            {
                bytes += read;
            }

            return bytes;
        }
    }
}
