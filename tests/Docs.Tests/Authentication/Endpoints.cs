using System.Security.Claims;
using Jero;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Docs.Tests.Authentication;

public static class Tickets
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>How long a stream may last: a little longer than the caller's cookie or token. Null if that does not say when it expires.</summary>
    public static TimeSpan? TimeLeft(this HttpContext http, TimeProvider time)
    {
        var ticket = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        if (ticket?.ExpiresUtc is not { } end) return null;
        var left = end - time.GetUtcNow();
        if (left < TimeSpan.Zero) left = TimeSpan.Zero;   // a token is accepted for a while after its end, since clocks differ
        return left + Margin;                             // a timer may fire some milliseconds early, before the ticket has expired
    }
}

public sealed record Message(string Text);

[Endpoint("/inbox")]
public sealed partial class InboxEndpoint(Topic<Message> inbox, TimeProvider time)
{
    /// <summary>The caller's messages, until the ticket expires.</summary>
    public SSEResponse<Message> Get(ClaimsPrincipal user, HttpContext http, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(inbox.Subscribe(lastEventId, subjects: [user.Identity!.Name!])) { MaxDuration = http.TimeLeft(time) };
}

[Endpoint("/sessions")]
public sealed partial class SessionsEndpoint(Topic<Message> inbox)
{
    /// <summary>Signs the caller out.</summary>
    public async Task<NoContent> DeleteAsync(ClaimsPrincipal user, HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await inbox.DisconnectAsync(user.Identity!.Name!);
        return TypedResults.NoContent();
    }
}
