using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Shared;

namespace Runtime.Tests.Streaming;

/// <summary>A break right behind a flush may overtake it, so once is not enough to see that nothing is lost.</summary>
public class CutShortTests
{
    private static readonly int Runs = Effort.Of(100, atDesk: 20);
    private const int Items = 500;
    private static readonly string[] Paths = ["/ready", "/waiting", "/events", "/bytes"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_item_before_a_fault_arrives_and_the_client_sees_the_break_over_http_1(bool isSwallowed)
    {
        await using var app = await App.StartAsync(web => Map(web, isSwallowed));
        for (var run = 0; run < Runs; run++)
        {
            var path = Paths[run % Paths.Length];
            using var client = await RawClient.ReadWholeAsync(app, path);
            Assert.StartsWith("HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
            Assert.Equal(Whole(path), client.Body);
            Assert.False(client.IsWhole, $"Run {run}: the body has its last chunk.");
        }

        Assert.InRange(app.Log.All.Count(LogLines.IsOfLateClosing), 0, Runs / 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_item_before_a_fault_arrives_and_the_client_sees_the_break_over_http_2(bool isSwallowed)
    {
        await using var app = await App.StartAsync(web => Map(web, isSwallowed), protocols: HttpProtocols.Http2);
        using var client = Clients.Http2(app);
        var losses = 0;
        for (var run = 0; run < Runs; run++)
        {
            var path = Paths[run % Paths.Length];
            var (body, failure) = await ReadAsync(client, path);
            Assert.StartsWith(body, Whole(path), StringComparison.Ordinal);
            losses += body == Whole(path) ? 0 : 1;
            Assert.True(
                failure is IOException or HttpRequestException { InnerException: IOException },
                $"Run {run}: the client saw {failure?.GetType().Name ?? "a clean end"}.");
        }

        // A client that is kept from reading until the reset comes loses what it has not read, which a busy machine may do to one.
        Assert.InRange(losses, 0, Runs / 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_reads_late_over_http_1_loses_nothing(bool isSwallowed)
    {
        const int Size = 60_000;
        await using var app = await App.StartAsync(web =>
        {
            UseSwallowing(web, isSwallowed);
            web.MapGet("/", http => ResponseSender.SendAsync(http, new StreamingResponse(OneThenFault(Size))));
        });
        using var client = await RawClient.SendAsync(app, "/", receiveBuffer: 4096);
        await App.UntilAsync(() => app.Log.OfJero.Any(line => line.Exception is InvalidDataException), "the source faults");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await client.UntilClosedAsync();

        Assert.Equal(Size, client.Body.Length);
        Assert.False(client.IsWhole);

        static async IAsyncEnumerable<byte[]> OneThenFault(int size)
        {
            var chunk = new byte[size];
            Array.Fill(chunk, (byte)'x');
            yield return chunk;
            await Task.Yield();
            throw new InvalidDataException();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_item_before_a_fault_arrives_and_the_client_sees_the_break_through_tls(bool isSwallowed)
    {
        using var certificate = SelfSigned();
        await using var app = await App.StartAsync(web => Map(web, isSwallowed), certificate: certificate);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == certificate.Thumbprint;
        using var client = new HttpClient(handler) { BaseAddress = app.Address };
        foreach (var path in Paths)
        {
            var (body, failure) = await ReadAsync(client, path);
            Assert.Equal(Whole(path), body);
            Assert.True(failure is IOException, $"{path}: the client saw {failure?.GetType().Name ?? "a clean end"}.");
        }
    }

    /// <summary>What a client's window does not let through is lost with the reset: the limit that docs/streaming.md names.</summary>
    [Fact]
    public async Task A_client_whose_window_opens_late_over_http_2_sees_the_break_behind_a_whole_beginning()
    {
        const int Count = 5_000;
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
                http, new NDJSONStreamingResponse<Movie>(new Probe().Ready(Count, new InvalidDataException())))),
            protocols: HttpProtocols.Http2);
        using var handler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 };
        using var client = new HttpClient(handler)
        {
            BaseAddress = app.Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var received = new MemoryStream();
        var part = new byte[1024];
        var failure = await Record.ExceptionAsync(async () =>
        {
            int read;
            while ((read = await stream.ReadAsync(part, TestContext.Current.CancellationToken)) > 0)
            {
                received.Write(part, 0, read);
                if (received.Length < 8 * 1024)
                {
                    // Slower than the source, and than the window's next opening.
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }
            }
        });

        var whole = string.Concat(Enumerable.Range(0, Count).Select(i => $"{{\"title\":\"m{i}\"}}\n"));
        Assert.StartsWith(Encoding.UTF8.GetString(received.ToArray()), whole, StringComparison.Ordinal);
        Assert.IsType<IOException>(failure, exactMatch: false);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static void UseSwallowing(WebApplication web, bool isSwallowed)
    {
        web.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (Exception) when (isSwallowed)
            {
                if (!http.Response.HasStarted)
                {
                    http.Response.StatusCode = 500;
                }
            }
        });
    }

    private static void Map(WebApplication web, bool isSwallowed)
    {
        UseSwallowing(web, isSwallowed);
        web.MapGet("/ready", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new NDJSONStreamingResponse<Movie>(new Probe().Ready(Items, new InvalidDataException()))));
        web.MapGet("/waiting", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(Items, new InvalidDataException()))));
        web.MapGet("/events", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new SSEResponse<Movie>(new Probe().Waiting(Items, new InvalidDataException()))));
        web.MapGet("/bytes", http => ResponseSender.SendAsync(http, new StreamingResponse(Chunks())));
    }

    private static async IAsyncEnumerable<byte[]> Chunks()
    {
        await foreach (var movie in new Probe().Ready(Items, new InvalidDataException()))
        {
            yield return Encoding.ASCII.GetBytes(movie.Title + "\n");
        }
    }

    private static string Whole(string path) => string.Concat(Enumerable.Range(0, Items).Select(i => path switch
    {
        "/events" => $"data: {{\"title\":\"m{i}\"}}\n\n",
        "/bytes" => $"m{i}\n",
        _ => $"{{\"title\":\"m{i}\"}}\n",
    }));

    private static async Task<(string Body, Exception? Failure)> ReadAsync(HttpClient client, string path)
    {
        var received = new MemoryStream();
        var failure = await Record.ExceptionAsync(async () =>
        {
            using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await stream.CopyToAsync(received, TestContext.Current.CancellationToken);
        });
        return (Encoding.UTF8.GetString(received.ToArray()), failure);
    }
}
