using System.Net;

namespace Runtime.Tests.Streaming;

internal static class Clients
{
    /// <summary>Speaks HTTP/2 without TLS, from the first byte.</summary>
    public static HttpClient Http2(App app) =>
        new() { BaseAddress = app.Address, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
}
