using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Inspector.Tests.App;

internal sealed class HeaderOptions : AuthenticationSchemeOptions;

/// <summary>Takes the user that the app has read from the header; who is none is forbidden, so that no test follows a challenge.</summary>
internal sealed class HeaderScheme(IOptionsMonitor<HeaderOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<HeaderOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Context.Request.Headers["X-User"].Count > 0
            ? AuthenticateResult.Success(new AuthenticationTicket(Users.Named(Context.Request.Headers["X-User"].ToString()), Scheme.Name))
            : AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
