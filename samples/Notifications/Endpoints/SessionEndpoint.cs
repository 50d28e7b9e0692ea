using System.Security.Claims;
using Jero;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Notifications.Endpoints;

[Endpoint("/session")]
public sealed partial class SessionEndpoint(
    Topics topics, Topic<Notification> notifications, IOptions<NotificationOptions> options, TimeProvider time, ILogger<SessionEndpoint> logger)
{
    /// <summary>Who is signed in.</summary>
    [Authorize]
    public async Task<JSONResponse<Session>> GetAsync(HttpContext http) => new(await SessionOf.RequestAsync(http, topics));

    /// <summary>Signs in, without a password: this is a demonstration. The cookie is signed and encrypted.</summary>
    /// <remarks>Where the browser was signed in already, the streams of that sign-in end.</remarks>
    /// <param name="signIn">Who wants to sign in.</param>
    /// <param name="http">The request.</param>
    public async Task<JSONResponse<Session>> PostAsync(SignIn signIn, HttpContext http)
    {
        if (!topics.IsUser(signIn.User)) throw new ProblemException(StatusCodes.Status404NotFound, $"There is no user '{signIn.User}'.");
        var until = time.GetUtcNow() + options.Value.SessionLifetime;
        Claim[] claims = [new(ClaimTypes.Name, signIn.User), new(SessionOf.IdClaim, Guid.NewGuid().ToString("N"))];
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = until, IsPersistent = true });
        await EndStreamsAsync(http);
        return new(new Session(signIn.User, topics.ReadableBy(signIn.User), until));
    }

    /// <summary>Signs out, and ends the streams of this sign-in, in every tab and every process.</summary>
    /// <param name="http">The request.</param>
    public async Task<NoContent> DeleteAsync(HttpContext http)
    {
        await http.SignOutAsync();
        await EndStreamsAsync(http);
        return TypedResults.NoContent();
    }

    private async Task EndStreamsAsync(HttpContext http)
    {
        if (SessionOf.Subject(http) is not { } subject) return;
        try
        {
            await notifications.DisconnectAsync(subject);
        }
        catch (TopicUnavailableException exception)
        {
            // The cookie goes all the same; the streams end with its ticket.
            LogRunOn(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The streams of a sign-in that was ended run on until its ticket expires: the store is away")]
    private partial void LogRunOn(Exception exception);
}
