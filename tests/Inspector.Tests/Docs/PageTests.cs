using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shared;

namespace Inspector.Tests.Docs;

/// <summary>What docs/inspector.md and the package's own page show.</summary>
public sealed class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docs/inspector.md", 3)]
    [InlineData("src/Jero.Inspector/Package/README.md", 1)]
    public void Every_snippet_is_part_of_a_test(string page, int atLeast) => PageSnippets.AreTested(page, atLeast);

    [Fact]
    public async Task It_is_mapped_with_nothing_registered()
    {
        var builder = CreateBuilder("Development");
        var app = builder.Build();
        app.MapJero();
        app.MapJeroOpenApi();
        app.MapJeroInspector();
        await AnswersAsync(app, "/_jero/");
    }

    [Fact]
    public async Task It_is_guarded_by_a_policy()
    {
        var builder = CreateBuilder("Production");
        builder.Services.AddAuthorizationBuilder().AddPolicy("operators", static policy => policy.RequireAssertion(static _ => true));
        var app = builder.Build();
        app.MapJeroInspector().RequireAuthorization("operators");
        await AnswersAsync(app, "/_jero/");
    }

    [Fact]
    public async Task It_has_options()
    {
        var app = CreateBuilder("Development").Build();
        app.MapJeroInspector("/_streams", options =>
        {
            options.ShowsValues = true;
            options.DocumentPath = "/internal/openapi.json";
        });
        Assert.Contains("/internal/openapi.json", await AnswersAsync(app, "/_streams/session"), StringComparison.Ordinal);
    }

    private static WebApplicationBuilder CreateBuilder(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    private static async Task<string> AnswersAsync(WebApplication app, string path)
    {
        await using (app)
        {
            await app.StartAsync(Token);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            using var answer = await client.GetAsync(path, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Token);
        }
    }
}
