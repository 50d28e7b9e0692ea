using System.Security.Claims;
using System.Text.Encodings.Web;
using Jero;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class AuthorizationTests
{
    private readonly Trace _trace = new();

    [Theory]
    [InlineData("GET", "", 401, "")]
    [InlineData("HEAD", "", 401, "")]
    [InlineData("GET", "X-Role: reader\r\n", 403, "")]
    [InlineData("GET", "X-Role: editor\r\n", 200, "constructed")]
    [InlineData("HEAD", "X-Role: editor\r\n", 200, "constructed")]
    [InlineData("DELETE", "X-Role: editor\r\n", 403, "")]
    [InlineData("DELETE", "X-Role: editor\r\nX-Role: owner\r\n", 200, "constructed")]
    [InlineData("POST", "Content-Length: 0\r\n", 200, "constructed")]
    public async Task Attributes_of_class_and_method_decide_before_the_endpoint_is_constructed(string method, string headers, int status, string steps)
    {
        await using var app = await StartAsync(web => web.MapEndpoint<GuardedCitizen>());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/guarded", method, headers);

        Assert.Equal(status, client.StatusOf());
        Assert.Equal(steps, _trace.Steps);
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("X-Role: any\r\n", 200)]
    public async Task RequireAuthorization_of_an_endpoint_or_a_group_holds_for_every_method(string headers, int status)
    {
        await using var app = await StartAsync(web =>
        {
            web.MapEndpoint<VerbsCitizen>().RequireAuthorization();
            web.MapGroup("/group").RequireAuthorization().MapEndpoint<VerbsCitizen>();
        });

        foreach (var path in (string[])["/citizen/verbs", "/group/citizen/verbs"])
        {
            foreach (var method in (string[])["GET", "HEAD"])
            {
                using var client = await RawClient.ReadWholeAsync(app, path, method, headers);
                Assert.Equal(status, client.StatusOf());
            }
        }
    }

    [Fact]
    public async Task AllowAnonymous_at_mapping_wins_over_the_class()
    {
        await using var app = await StartAsync(web => web.MapEndpoint<GuardedCitizen>().AllowAnonymous());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/guarded");

        Assert.Equal(200, client.StatusOf());
    }

    [Fact]
    public async Task MapJero_with_RequireAuthorization_guards_every_endpoint_of_the_assembly()
    {
        await using var app = await StartAsync(web => web.MapJero().RequireAuthorization());

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/stream");

        Assert.Equal(401, client.StatusOf());
        Assert.Equal("", _trace.Steps);
    }

    private Task<App> StartAsync(Action<WebApplication> map) => Citizen.StartAsync(_trace, web =>
    {
        web.UseAuthentication();
        web.UseAuthorization();
        map(web);
    }, services =>
    {
        services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
        services.AddAuthorization();
    });

    /// <summary>Takes the roles from a header.</summary>
    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var roles = Request.Headers["X-Role"];
            var identity = new ClaimsIdentity(roles.Select(role => new Claim(ClaimTypes.Role, role!)), "header");
            return Task.FromResult(roles.Count == 0
                ? AuthenticateResult.NoResult()
                : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), "header")));
        }
    }
}

[Authorize(Roles = "editor"), Endpoint("/citizen/guarded")]
internal sealed partial class GuardedCitizen
{
    public GuardedCitizen(Trace trace) => trace.Note("constructed");

    public JSONResponse<string> Get() => new("read");

    [AllowAnonymous]
    public JSONResponse<string> Post() => new("open to all");

    [Authorize(Roles = "owner")]
    public JSONResponse<string> Delete() => new("deleted");
}
