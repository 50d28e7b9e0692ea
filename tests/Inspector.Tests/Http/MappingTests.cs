using System.Net;
using Inspector.Tests.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Inspector.Tests.Http;

/// <summary>Who may see it.</summary>
public sealed class MappingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_of_Development_an_app_with_an_inspector_that_nothing_guards_does_not_start()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => InspectedApp.StartAsync("Production"));

        Assert.Equal(
            "The inspector at '/_jero' would be open to everybody: the environment is 'Production', but no policy guards it. "
            + "Write app.MapJeroInspector().RequireAuthorization(\"a policy\"), map it in a group that has one, or map it in Development only.",
            refusal.Message);
    }

    [Fact]
    public async Task A_policy_that_anonymous_requests_pass_by_guards_nothing() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => InspectedApp.StartAsync(
            "Production", build: AddPolicy, map: static app => app.MapJeroInspector().RequireAuthorization("operators").AllowAnonymous()));

    [Theory]
    [InlineData("/_jero")]
    [InlineData("/_jero/")]
    [InlineData("/_jero/main.js")]
    [InlineData("/_jero/session")]
    [InlineData("/_jero/overview")]
    [InlineData("/_jero/streams")]
    [InlineData("/_jero/streams/1")]
    [InlineData("/_jero/ended")]
    [InlineData("/_jero/topics")]
    public async Task With_a_policy_each_of_its_endpoints_wants_it(string path)
    {
        await using var app = await InspectedApp.StartAsync(
            "Production", build: AddPolicy, map: static app => app.MapJeroInspector().RequireAuthorization("operators"));

        using var refused = await app.OpenAsync(path);
        using var allowed = await app.OpenAsync(path, "ada");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, allowed.StatusCode);
    }

    [Fact]
    public async Task The_policy_of_a_group_will_do()
    {
        await using var app = await InspectedApp.StartAsync(
            "Production", build: AddPolicy, map: static app => app.MapGroup("/ops").RequireAuthorization("operators").MapJeroInspector("/streams"));

        using var page = await app.OpenAsync("/ops/streams/", "ada");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task The_page_lies_below_any_path_and_allows_nothing_from_elsewhere()
    {
        await using var app = await InspectedApp.StartAsync(map: static app => app.MapJeroInspector("/a/b"));

        using var page = await app.OpenAsync("/a/b");

        Assert.Equal("/a/b/", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("://", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_of_the_app_says_nothing_of_it()
    {
        await using var app = await InspectedApp.StartAsync();

        Assert.DoesNotContain("_jero", await app.Client.GetStringAsync("/openapi.json", Token), StringComparison.Ordinal);
    }

    private static void AddPolicy(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication("header").AddScheme<HeaderOptions, HeaderScheme>("header", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("operators", static policy => policy.RequireUserName("ada"));
    }
}
