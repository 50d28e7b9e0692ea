using System.Security.Claims;
using Jero;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Notifications.Endpoints;

[Endpoint("/session")]
public sealed partial class SessionEndpoint(Topics topics, IOptions<NotificationOptions> options, TimeProvider time)
{
    /// <summary>Who is signed in.</summary>
    [Authorize]
    public async Task<JSONResponse<Session>> GetAsync(HttpContext http) => new(await SessionOf.RequestAsync(http, topics));

    /// <summary>Signs in, without a password: this is a demonstration. The cookie is signed and encrypted.</summary>
    /// <param name="signIn">Who wants to sign in.</param>
    /// <param name="http">The request.</param>
    public async Task<JSONResponse<Session>> PostAsync(SignIn signIn, HttpContext http)
    {
        if (!topics.IsUser(signIn.User)) throw new ProblemException(StatusCodes.Status404NotFound, $"There is no user '{signIn.User}'.");
        var until = time.GetUtcNow() + options.Value.SessionLifetime;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, signIn.User)], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = until, IsPersistent = true });
        return new(new Session(signIn.User, topics.ReadableBy(signIn.User), until));
    }

    /// <summary>Signs out. Streams that are open run on until they are closed or the ticket expires.</summary>
    /// <param name="http">The request.</param>
    public async Task<NoContent> DeleteAsync(HttpContext http)
    {
        await http.SignOutAsync();
        return TypedResults.NoContent();
    }
}
