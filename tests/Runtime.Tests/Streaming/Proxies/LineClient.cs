using System.IO.Compression;
using System.Net.Http.Headers;

namespace Runtime.Tests.Streaming.Proxies;

/// <summary>Reads a body line by line as it comes, decompressed.</summary>
internal sealed class LineClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private LineClient(HttpClient client, HttpResponseMessage response, StreamReader lines)
    {
        _client = client;
        _response = response;
        _lines = lines;
    }

    /// <summary>Asks for <paramref name="path"/>, and wants an answer in <paramref name="encoding"/>, empty for none.</summary>
    public static async Task<LineClient> GetAsync(Uri address, string path, string encoding)
    {
        var client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        if (encoding.Length > 0)
        {
            client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)
            .WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(encoding, string.Join(", ", response.Content.Headers.ContentEncoding));
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Stream plain = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        return new LineClient(client, response, new StreamReader(plain));
    }

    public async Task<string?> ReadLineAsync() =>
        await _lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(App.Patience, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        // The response first: what decompresses would read on to the end.
        _response.Dispose();
        _client.Dispose();
        _lines.Dispose();
    }
}
