using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Jero;
using Jero.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Docs.Tests.Authentication;

/// <summary>What docs/authentication.md says of its snippets.</summary>
public sealed class AuthenticationTests
{
    private static readonly SymmetricSecurityKey Key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_gets_a_401_and_no_login_page()
    {
        await using var app = await StartAsync(Cookies);

        using var response = await app.Client.GetAsync("/inbox", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_app_may_send_strangers_to_the_login_page_all_the_same()
    {
        await using var app = await StartAsync(Cookies, static app => app.MapJero().RequireAuthorization().AllowCookieRedirect());
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };

        using var response = await client.GetAsync("/inbox", Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/Account/Login", response.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task The_stream_ends_with_the_cookie_and_not_before()
    {
        await using var app = await StartAsync(Cookies);
        var cookie = await SignInAsync(app);
        await using var stream = await app.OpenAsync<Message>("/inbox", request: request => request.Headers.Add("Cookie", cookie));
        var inbox = app.Services.GetRequiredService<Topic<Message>>();

        // The last moment at which the cookie is accepted. Cookies keep whole seconds, and the app's clock began at one.
        app.Time.Advance(TimeSpan.FromHours(8));
        await inbox.PublishAsync(new("hello"), subject: "ada", cancellationToken: Cancellation);
        Assert.Equal("hello", (await stream.TakeUntilAsync(item => item.Item is not null))[^1].Item.Text);

        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(StopReason.MaximumDuration, (await stream.EndAsync()).Reason);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/inbox") { Headers = { { "Cookie", cookie } } };
        using var refused = await app.Client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_streams_of_the_user()
    {
        await using var app = await StartAsync(Cookies);
        var cookie = await SignInAsync(app);
        await using var stream = await app.OpenAsync<Message>("/inbox", request: request => request.Headers.Add("Cookie", cookie));

        using var request = new HttpRequestMessage(HttpMethod.Delete, "/sessions") { Headers = { { "Cookie", cookie } } };
        using var response = await app.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(StopReason.Completed, (await stream.EndAsync()).Reason);
    }

    [Fact]
    public async Task The_stream_ends_with_the_token()
    {
        await using var app = await StartAsync(Bearer);
        var token = Token(TimeSpan.FromMinutes(30));
        await using var stream = await app.OpenAsync<Message>(
            "/inbox", request: request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

        app.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(StopReason.MaximumDuration, (await stream.EndAsync()).Reason);
    }

    [Theory]
    [InlineData("text/event-stream", HttpStatusCode.OK)]
    [InlineData("application/json", HttpStatusCode.Unauthorized)]
    public async Task A_token_in_the_address_is_for_event_streams_alone(string accept, HttpStatusCode status)
    {
        await using var app = await StartAsync(Bearer);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/inbox?access_token={Token(TimeSpan.FromMinutes(1))}");
        request.Headers.Add("Accept", accept);

        using var response = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_origin_may_be_allowed_to_send_its_cookie()
    {
        await using var app = await StartAsync(Cookies, cors: true);
        var cookie = await SignInAsync(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/inbox");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Origin", "https://app.example.com");

        using var response = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(["https://app.example.com"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["true"], response.Headers.GetValues("Access-Control-Allow-Credentials"));
    }

    private static Task<StreamApp> StartAsync(
        Action<WebApplicationBuilder> authenticate, Action<WebApplication>? map = null, bool cors = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddJeroTopic<Message>("inbox");
        authenticate(builder);
        if (cors) AllowTheApp(builder);
        return StreamApp.StartAsync(
            builder,
            app =>
            {
                if (cors) app.UseCors();
                app.MapPost("/sign-in", static (HttpContext http) => http.SignInAsync(
                    CookieAuthenticationDefaults.AuthenticationScheme,
                    new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "ada")], "test"))));
                (map ?? Map)(app);
            },
            new() { Time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds())), AdvancesTime = false });
    }

    private static void Cookies(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddCookie(cookie => cookie.ExpireTimeSpan = TimeSpan.FromHours(8));
        builder.Services.AddAuthorization();
    }

    private static void Bearer(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddJwtBearer(bearer => bearer.Events = new()
        {
            OnMessageReceived = context =>
            {
                if (context.Request.Headers.Accept.Contains("text/event-stream")) context.Token = context.Request.Query["access_token"];
                return Task.CompletedTask;
            },
        });
        builder.Services.AddAuthorization();
        builder.Services.PostConfigureAll<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>(static bearer =>
            bearer.TokenValidationParameters = new()
            {
                IssuerSigningKey = Key,
                ValidateIssuer = false,
                ValidateAudience = false,
                NameClaimType = "name",
            });
    }

    private static void AllowTheApp(WebApplicationBuilder builder)
    {
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins("https://app.example.com").AllowCredentials()));
    }

    private static void Map(WebApplication app)
    {
        app.MapJero().RequireAuthorization();
    }

    private static async Task<string> SignInAsync(StreamApp app)
    {
        using var response = await app.Client.PostAsync("/sign-in", null, Cancellation);
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static string Token(TimeSpan life) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Claims = new Dictionary<string, object> { ["name"] = "ada" },
        Expires = DateTime.UtcNow + life,
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
    });
}
