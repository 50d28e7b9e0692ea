using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;

namespace Runtime.Tests.Streaming.Proxies;

/// <summary>The source waits for each item to have arrived, so that nothing on the way can hold one back unnoticed.</summary>
public class OneByOneTests
{
    private readonly SteppedSource _source = new();

    [Theory]
    [InlineData("/events", "")]
    [InlineData("/events", "gzip")]
    [InlineData("/lines", "")]
    [InlineData("/lines", "gzip")]
    public async Task Items_arrive_one_by_one_through_nginx(string path, string encoding)
    {
        await using var app = await App.StartAsync(Map);
        await using var nginx = await Nginx.StartAsync(app);
        await CheckAsync(app, nginx.Address, path, encoding);
    }

    [Theory]
    [InlineData("/events", "gzip")]
    [InlineData("/events", "br")]
    [InlineData("/lines", "gzip")]
    [InlineData("/lines", "br")]
    [InlineData("/lines", "")]
    public async Task Items_arrive_one_by_one_through_response_compression(string path, string encoding)
    {
        await using var app = await StartCompressingAsync();
        await CheckAsync(app, app.Address, path, encoding);
    }

    [Theory]
    [InlineData("/events")]
    [InlineData("/lines")]
    public async Task Items_arrive_one_by_one_through_a_middleware_that_buffers_until_it_is_told_not_to(string path)
    {
        await using var app = await App.StartAsync(web =>
        {
            web.Use(BufferingBody.UseAsync);
            Map(web);
        });
        await CheckAsync(app, app.Address, path, "");
    }

    [Theory]
    [InlineData("/events", "")]
    [InlineData("/lines", "")]
    [InlineData("/lines", "gzip")]
    public async Task A_stream_that_is_cut_short_is_not_whole_behind_nginx(string path, string encoding)
    {
        await using var app = await App.StartAsync(Map);
        await using var nginx = await Nginx.StartAsync(app);
        _source.Yield("m0");
        using var client = await LineClient.GetAsync(nginx.Address, path, encoding);
        Assert.Contains("m0", await client.ReadLineAsync(), StringComparison.Ordinal);
        _source.End(new InvalidDataException());
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await client.ReadLineAsync() is not null)
            {
            }
        });
    }

    private static string Line(string path, string title) => path == "/events" ? $"data: {{\"title\":\"{title}\"}}" : $"{{\"title\":\"{title}\"}}";

    private async Task CheckAsync(App app, Uri address, string path, string encoding)
    {
        _source.Yield("m0");
        using (var client = await LineClient.GetAsync(address, path, encoding))
        {
            for (var i = 0; i < 10; i++)
            {
                Assert.Equal(Line(path, $"m{i}"), await client.ReadLineAsync());
                if (path == "/events")
                {
                    Assert.Equal("", await client.ReadLineAsync());
                }

                _source.Yield($"m{i + 1}");
            }
        }

        await App.UntilAsync(() => _source.IsClosed && app.Log.HasEnded("ClientGone"), "the source is told that the client left");
    }

    private Task<App> StartCompressingAsync() => App.StartAsync(
        web =>
        {
            web.UseResponseCompression();
            Map(web);
        },
        services => services.AddResponseCompression(options =>
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/event-stream", "application/x-ndjson"]));

    private void Map(WebApplication web)
    {
        web.MapGet("/events", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_source.ReadAsync())));
        web.MapGet("/lines", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_source.ReadAsync())));
    }
}
