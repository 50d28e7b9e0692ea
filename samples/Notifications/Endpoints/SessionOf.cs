using Microsoft.AspNetCore.Authentication;

namespace Notifications.Endpoints;

/// <summary>The session of a request that [Authorize] has let in.</summary>
internal static class SessionOf
{
    /// <summary>The claim that tells one sign-in from another of the same user (https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout).</summary>
    public const string IdClaim = "sid";

    /// <summary>The subject by which the streams of one sign-in are ended, in whichever process; null where there is none.</summary>
    public static string? Subject(HttpContext http) => http.User.FindFirst(IdClaim) is { } id ? $"session:{id.Value}" : null;

    public static async Task<Session> RequestAsync(HttpContext http, Topics topics)
    {
        // Has been read for the authorization already, and is not read again.
        var ticket = await http.AuthenticateAsync();
        var user = ticket.Principal!.Identity!.Name!;
        return new Session(user, topics.ReadableBy(user), ticket.Properties!.ExpiresUtc!.Value);
    }
}
