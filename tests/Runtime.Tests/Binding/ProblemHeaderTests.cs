using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Citizenship;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Binding;

public sealed class ProblemHeaderTests
{
    [Theory]
    [InlineData(false, "?at=handler")]
    [InlineData(true, "?at=handler")]
    [InlineData(false, "?at=setup")]
    [InlineData(true, "?at=setup")]
    [InlineData(false, "?n=x")]
    public async Task A_problem_has_no_header_of_the_answer_that_is_not_given(bool withService, string query)
    {
        await using var app = await App.StartAsync(
            web =>
            {
                web.Use((http, next) =>
                {
                    http.Response.Headers.StrictTransportSecurity = "max-age=1";
                    http.Response.Headers.CacheControl = "public, max-age=60";
                    http.Response.Headers.Append("Set-Cookie", "session=1");
                    return next(http);
                });
                web.UseCors(policy => policy.AllowAnyOrigin());
                web.MapEndpoint<HeaderedEndpoint>();
            },
            services =>
            {
                services.AddCors();
                if (withService)
                {
                    services.AddProblemDetails();
                }
            });

        using var client = await RawClient.ReadWholeAsync(app, "/headered" + query, headers: "Origin: https://a.example\r\n");

        Assert.Equal(query == "?n=x" ? 400 : 404, client.StatusOf());
        Assert.Equal("application/problem+json", client.HeaderOf("Content-Type"));
        foreach (var name in new[] { "Cache-Control", "Content-Disposition", "Content-Encoding", "ETag", "Last-Modified", "X-Total-Count" })
        {
            Assert.Null(client.HeaderOf(name));
        }

        // What belongs to an error is the handler's to say.
        Assert.Equal(query == "?n=x" ? null : "5", client.HeaderOf("Retry-After"));
        Assert.Equal("max-age=1", client.HeaderOf("Strict-Transport-Security"));
        Assert.Equal("session=1", client.HeaderOf("Set-Cookie"));
        Assert.Equal("*", client.HeaderOf("Access-Control-Allow-Origin"));
        Assert.True(client.Received.EndsWith('}') || client.IsWhole);
    }
}

[Endpoint("/headered")]
internal sealed partial class HeaderedEndpoint
{
    public NDJSONStreamingResponse<int> Get(HttpContext http, string? at, int n = 0)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=3600";
        headers.ContentDisposition = "attachment; filename=all.json";
        headers.ContentEncoding = "gzip";
        headers.ETag = "\"v1\"";
        headers.LastModified = "Thu, 01 Jan 1970 00:00:00 GMT";
        headers.ContentLength = 3;
        headers["X-Total-Count"] = "7";
        headers.RetryAfter = "5";
        return at == "handler" ? throw new ProblemException(404, "None.") : new(SetUp());
    }

    private static async IAsyncEnumerable<IAsyncEnumerable<int>> SetUp()
    {
        await Task.Yield();
        if (DateTime.UtcNow.Year > 0)
        {
            throw new ProblemException(404, "None.");
        }

        yield return AsyncEnumerable.Empty<int>();
    }
}
