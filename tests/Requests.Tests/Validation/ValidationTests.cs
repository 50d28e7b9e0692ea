using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Requests.Tests.Table;
using Runtime.Tests.Streaming;

namespace Requests.Tests.Validation;

/// <summary>DataAnnotations are checked before a handler runs, by the framework's own rules.</summary>
public sealed class ValidationTests
{
    private const string Good = """{"name":"ab","count":3,"items":[{"product":"a","pairs":2}],"email":"a@b"}""";

    [Theory]
    [InlineData("POST", "/checked/baskets", Good, "")]
    [InlineData("POST", "/checked/baskets", """{"name":"a","count":6,"items":[],"email":"x"}""", "Count,Email,Name")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[{"product":"a","pairs":2},{"product":"toolong","pairs":3}]}""", "Items[1].Pairs,Items[1].Product")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[],"first":{"product":"a","pairs":4}}""", "First.Pairs")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[{"product":"a","pairs":2,"parts":[{"product":"","pairs":2}]}]}""", "Items[0].Parts[0].Product")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[{"product":"a","pairs":2},{"product":"b","pairs":2}]}""", "Count")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[],"rule":{"$type":"discount","weight":3,"rate":2}}""", "Rule.Rate")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[],"rule":{"weight":11}}""", "Rule.Weight")]
    [InlineData("POST", "/checked/baskets", """{"name":"ab","count":1,"items":[],"secret":{"word":"a","again":"b"}}""", "Secret.Again")]
    [InlineData("PUT", "/checked/baskets", """[{"product":"a","pairs":2},{"product":"b","pairs":1}]""", "items[1].Pairs")]
    [InlineData("GET", "/checked/values/15?letters=abc", null, "")]
    [InlineData("GET", "/checked/values/9?letters=abcd", null, "id,letters")]
    [InlineData("GET", "/checked/values/21", null, "id,letters")]
    [InlineData("GET", "/checked/search?page=3&word=abc", null, "")]
    [InlineData("GET", "/checked/search?page=10&word=A", null, "Page,Word")]
    public async Task Every_broken_rule_is_named_by_its_path(string method, string path, string? body, string errors)
    {
        await using var app = await StartAsync(static web => web.MapJero().DisableAntiforgery());
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await Answer.ReadAsync(response);

        Assert.True((errors.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest) == answer.Status, answer.Text);
        Assert.Equal(errors, string.Join(',', answer.Errors.Order(StringComparer.Ordinal)));
        Assert.Equal(errors.Length == 0, answer.HasRun);
    }

    [Fact]
    public async Task A_rule_speaks_of_the_display_name()
    {
        await using var app = await StartAsync(static web => web.MapJero().DisableAntiforgery());
        using var client = new HttpClient { BaseAddress = app.Address };

        using var response = await client.GetAsync(new Uri("/checked/values/15?letters=abcd", UriKind.Relative), TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Contains("the letters", problem.GetProperty("errors").GetProperty("letters")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Validation_is_switched_off_as_in_minimal_apis()
    {
        await using var app = await StartAsync(static web => web.MapEndpoint<UncheckedEndpoint>().Add(
            static endpoint => endpoint.Metadata.Add(new Unchecked())));
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal("\"7\"", await client.GetStringAsync(new Uri("/unchecked?n=7", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static Task<App> StartAsync(Action<WebApplication> map) => App.StartAsync(map, static services => services
        .AddHttpContextAccessor()
        .AddSingleton(new Counter("plain"))
        .AddKeyedSingleton("a", new Counter("keyed")));

    private sealed class Unchecked : Microsoft.AspNetCore.Http.Metadata.IDisableValidationMetadata;
}
