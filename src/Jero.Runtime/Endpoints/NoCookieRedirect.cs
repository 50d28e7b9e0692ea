using Microsoft.AspNetCore.Http.Metadata;

namespace Jero.Endpoints;

/// <summary>
/// Answers an unauthenticated client with 401 or 403 instead of a redirect to the login page, as ASP.NET Core does for JSON. A client would
/// follow the redirect and receive HTML. Bytes may be a download that a person has clicked on, so the app decides for them.
/// </summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/security/authentication/api-endpoint-auth</remarks>
internal sealed class NoCookieRedirect : IDisableCookieRedirectMetadata
{
    public static NoCookieRedirect Instance { get; } = new();
}
