using System.IO.Compression;
using System.Net.Http.Headers;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Citizenship;

public sealed class DecompressionTests
{
    [Fact]
    public async Task A_compressed_body_is_read_as_what_was_compressed()
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.UseRequestDecompression();
            web.MapEndpoint<EchoCitizen>();
        }, services => services.AddRequestDecompression());
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("what was sent"u8);
        }

        using var client = new HttpClient { BaseAddress = app.Address };
        using var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var response = await client.PostAsync(new Uri("/citizen/echo", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal("what was sent", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>Streams the request back while it is read.</summary>
[Endpoint("/citizen/echo")]
internal sealed partial class EchoCitizen
{
    public StreamingResponse Post(HttpRequest request) => new(request.Body) { ContentType = "text/plain" };
}
