using Microsoft.AspNetCore.Authentication;

namespace Notifications.Endpoints;

/// <summary>The session of a request that [Authorize] has let in.</summary>
internal static class SessionOf
{
    public static async Task<Session> RequestAsync(HttpContext http, Topics topics)
    {
        // Has been read for the authorization already, and is not read again.
        var ticket = await http.AuthenticateAsync();
        var user = ticket.Principal!.Identity!.Name!;
        return new Session(user, topics.ReadableBy(user), ticket.Properties!.ExpiresUtc!.Value);
    }
}
