using System.Security.Claims;
using Jero;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications.Endpoints;

[Endpoint("/session")]
public sealed partial class SessionEndpoint(
    Topics topics, INotificationStore store, IOptions<NotificationOptions> options, TimeProvider time, ILogger<SessionEndpoint> logger)
{
    /// <summary>Who is signed in.</summary>
    [Authorize]
    public async Task<JSONResponse<Session>> GetAsync(HttpContext http) => new(await SessionOf.RequestAsync(http, topics));

    /// <summary>Signs in, without a password: this is a demonstration. The cookie is signed and encrypted.</summary>
    /// <remarks>Where the browser was signed in already, the streams of that sign-in end.</remarks>
    /// <param name="signIn">Who wants to sign in.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public async Task<JSONResponse<Session>> PostAsync(SignIn signIn, HttpContext http, CancellationToken cancellationToken)
    {
        if (!topics.IsUser(signIn.User)) throw new ProblemException(StatusCodes.Status404NotFound, $"There is no user '{signIn.User}'.");
        var until = time.GetUtcNow() + options.Value.SessionLifetime;
        Claim[] claims = [new(ClaimTypes.Name, signIn.User), new(SessionOf.IdClaim, Guid.NewGuid().ToString("N"))];
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = until, IsPersistent = true });
        await EndStreamsAsync(http, cancellationToken);
        return new(new Session(signIn.User, topics.ReadableBy(signIn.User), until));
    }

    /// <summary>Signs out, and ends the streams of this sign-in, in every tab and every process.</summary>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public async Task<NoContent> DeleteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        await http.SignOutAsync();
        await EndStreamsAsync(http, cancellationToken);
        return TypedResults.NoContent();
    }

    private async Task EndStreamsAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (SessionOf.Topic(http) is not { } topic) return;
        try
        {
            await store.AppendAsync(topic, FeedEvent.SignedOut, "null"u8.ToArray(), cancellationToken);
        }
        catch (StoreUnavailableException exception)
        {
            // The cookie goes all the same; the streams end with its ticket.
            LogRunOn(exception.Cause);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The streams of a sign-in that was ended run on until its ticket expires: the store is away")]
    private partial void LogRunOn(Exception exception);
}
