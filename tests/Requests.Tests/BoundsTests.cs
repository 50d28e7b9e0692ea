using System.Net;
using System.Text;
using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Requests.Tests.Table;
using Requests.Tests.Validation;
using Runtime.Tests.Streaming;

namespace Requests.Tests;

/// <summary>However much is wrong with a request, what it is told is short.</summary>
public sealed class BoundsTests(TableApp app) : IClassFixture<TableApp>
{
    private const int Longest = 16 * 1024;

    [Fact]
    public async Task Thousands_of_bad_values_of_one_header_are_told_as_a_number()
    {
        const int Count = 15_000;
        var (status, text) = await SendAsync("GET", "/headers?q=1", headers: [("X-Ids", string.Join(',', Enumerable.Repeat("a", Count))), ("X-Count", "1")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.InRange(text.Length, 1, Longest);
        using var problem = JsonDocument.Parse(text);
        var messages = problem.RootElement.GetProperty("errors").GetProperty("X-Ids");
        Assert.Equal(11, messages.GetArrayLength());
        Assert.Equal("… and 14,990 more.", messages[10].GetString());
    }

    [Fact]
    public void Thousands_of_bad_values_allocate_no_more_than_they_are_long()
    {
        var binder = new Jero.Generated.RequestBinder(new Microsoft.AspNetCore.Http.DefaultHttpContext
        {
            Request = { Headers = { ["X-N"] = string.Join(',', Enumerable.Repeat("a", 16_000)) } },
        });
        var values = binder.HeaderValues("X-N");
        var before = GC.GetAllocatedBytesForCurrentThread();

        values.Array<int>();

        // The array itself, and ten messages; each of all values copied for each would be a gigabyte.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024);
        Assert.True(binder.HasFailed);
    }

    [Fact]
    public async Task A_long_value_is_repeated_as_far_as_it_is_of_use()
    {
        var (status, text) = await SendAsync("GET", "/headers?q=1", headers: [("X-Count", new string('7', 30_000))]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.InRange(text.Length, 1, 1024);
    }

    [Theory]
    [InlineData("""{"id":1,"KEY":1,"KEY":2}""")]
    [InlineData("""{"id":1,"lines":[{"KEY":}]}""")]
    [InlineData("""{"id":1,"lines":[{"product":"p","count":"x","KEY":1}]}""")]
    [InlineData("""{"id":1,"map":{"KEY":"x"}}""")]
    public async Task A_key_of_ten_megabytes_is_shortened(string body)
    {
        var json = body.Replace("KEY", new string('k', 10_000_000), StringComparison.Ordinal);
        var (status, text) = await SendAsync("POST", "/orders", new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.InRange((int)status, 200, 499);
        Assert.InRange(text.Length, 0, 2048);
    }

    [Fact]
    public async Task A_long_content_type_is_shortened()
    {
        foreach (var path in new[] { "/orders", "/form" })
        {
            using var content = new ByteArrayContent([1]);
            content.Headers.TryAddWithoutValidation("Content-Type", "text/" + new string('x', 20_000));
            var (status, text) = await SendAsync("POST", path, content);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
            Assert.InRange(text.Length, 1, 1024);
        }
    }

    [Fact]
    public async Task A_thousand_bad_fields_of_a_form_are_told_as_a_number()
    {
        var fields = Enumerable.Range(0, 1000).Select(i => KeyValuePair.Create("points", "x" + i)).Append(KeyValuePair.Create("name", "n"));
        await using var own = await App.StartAsync(web => web.MapEndpoint<PointsEndpoint>().DisableAntiforgery());
        using var client = new HttpClient { BaseAddress = own.Address };
        using var response = await client.PostAsync(new Uri("/bounds/points", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.InRange(text.Length, 1, 4096);
        Assert.Contains("… and 990 more.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_broken_rules_of_a_thousand_items_are_told_as_a_number()
    {
        var items = string.Join(',', Enumerable.Repeat("""{"product":"toolong","pairs":3}""", 1000));
        await using var own = await App.StartAsync(web => web.MapEndpoint<BasketsEndpoint>());
        using var client = new HttpClient { BaseAddress = own.Address };
        using var response = await client.PutAsync(
            new Uri("/checked/baskets", UriKind.Relative), new StringContent($"[{items}]", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.InRange(text.Length, 1, Longest);
        Assert.Contains("… and 1,936 more.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-7", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain; charset=klingon", HttpStatusCode.OK)]
    [InlineData("text/plain; charset=\"utf-8\"", HttpStatusCode.OK)]
    public async Task A_charset_of_a_part_is_no_server_error(string contentType, HttpStatusCode expected)
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent("n"u8.ToArray());
        part.Headers.TryAddWithoutValidation("Content-Type", contentType);
        form.Add(part, "name");
        form.Add(new StringContent("1"), "age");
        var (status, _) = await SendAsync("POST", "/form", form);
        Assert.Equal(expected, status);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(
        string method, string path, HttpContent? content = null, (string Name, string Value)[]? headers = null)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

[Endpoint("/bounds/points")]
public sealed partial class PointsEndpoint
{
    public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromForm] Point[] points) => new(points.Length);
}
