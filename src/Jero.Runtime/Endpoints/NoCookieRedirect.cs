using Microsoft.AspNetCore.Http.Metadata;

namespace Jero.Endpoints;

/// <summary>
/// Answers a stranger with 401 and 403, and not with a redirect to the login page, as ASP.NET Core does where it answers with JSON: a client
/// would follow the redirect and find HTML. Bytes may be a download that a person has clicked on, so they are left to the app.
/// </summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/security/authentication/api-endpoint-auth</remarks>
internal sealed class NoCookieRedirect : IDisableCookieRedirectMetadata
{
    public static NoCookieRedirect Instance { get; } = new();
}
