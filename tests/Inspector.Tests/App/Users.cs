using System.Security.Claims;

namespace Inspector.Tests.App;

internal static class Users
{
    public static ClaimsPrincipal Named(string name) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "header"));
}
