using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Citizenship;

namespace Runtime.Tests.Streaming.Heads;

/// <summary>Typed headers by generated code, and by the metadata of a minimal API.</summary>
public sealed class HeaderFormTests
{
    [Theory]
    [InlineData("/heads/names")]
    [InlineData("/minimal/names")]
    public async Task Registered_fields_have_their_registered_names(string path)
    {
        await using var app = await StartAsync();
        using var client = await RawClient.ReadWholeAsync(app, path);

        foreach (var (name, value) in new[]
        {
            ("ETag", "\"v1\""), ("WWW-Authenticate", "Basic"), ("Content-MD5", "q2hlY2s="), ("DNT", "1"), ("TE", "trailers"), ("SourceMap", "a.map"),
            ("DPoP-Nonce", "n"), ("traceparent", "00-1-2-01"), ("Sec-WebSocket-Protocol", "chat"), ("X-UA-Compatible", "IE=edge"),
            ("Content-Disposition", "inline"),
        })
        {
            Assert.Equal(value, client.HeaderOf(name));
        }
    }

    [Theory]
    [InlineData("/heads/dates")]
    [InlineData("/minimal/dates")]
    public async Task Dates_have_the_form_of_their_field(string path)
    {
        await using var app = await StartAsync();
        using var client = await RawClient.ReadWholeAsync(app, path);

        Assert.Equal("Fri, 02 Jan 2026 01:04:05 GMT", client.HeaderOf("Last-Modified"));
        Assert.Null(client.HeaderOf("Expires"));
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", client.HeaderOf("Date"));
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", client.HeaderOf("Sunset"));
        Assert.Equal("Fri, 02 Jan 2026 00:00:00 GMT", client.HeaderOf("If-Modified-Since"));
        Assert.Equal("Thu, 01 Jan 1970 00:00:00 GMT", client.HeaderOf("Retry-After"));
        Assert.Equal("@1688169599", client.HeaderOf("Deprecation"));
        Assert.Equal("1970-01-01T00:00:00+00:00", client.HeaderOf("X-Own"));
    }

    [Theory]
    [InlineData("/heads/waits")]
    [InlineData("/minimal/waits")]
    public async Task Durations_of_fields_in_seconds_are_seconds(string path)
    {
        await using var app = await StartAsync();
        using var client = await RawClient.ReadWholeAsync(app, path);

        Assert.Equal("2", client.HeaderOf("Retry-After"));
        Assert.Equal("120", client.HeaderOf("Age"));
        Assert.Equal("00:00:01", client.HeaderOf("X-Own"));
    }

    private static Task<App> StartAsync() => App.StartAsync(
        web =>
        {
            web.MapEndpoint<NamesEndpoint>();
            web.MapEndpoint<DatesEndpoint>();
            web.MapEndpoint<WaitsEndpoint>();
            web.MapGet("/minimal/names", () => new NDJSONStreamingResponse<int, RegisteredNames>(AsyncEnumerable.Empty<int>()) { Headers = HeaderSamples.Names });
            web.MapGet("/minimal/dates", () => new JSONResponse<int, DatedHeaders>(1) { Headers = DatedHeaders.Sample });
            web.MapGet("/minimal/waits", () => new BytesResponse<WaitHeaders>(default) { Headers = HeaderSamples.Waits });
        },
        services => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(
            0, new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver())));
}
