using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jero.Inspector.Mapping;

/// <summary>
/// Issues and checks ASP.NET Core's antiforgery tokens. It uses the app's own service if the app has registered it. Otherwise it uses one
/// whose keys live as long as the process; a page whose token is from an earlier process asks for another.
/// </summary>
internal sealed class RequestTokens(IServiceProvider app)
{
    private readonly Lazy<IAntiforgery> _antiforgery = new(() => app.GetService<IAntiforgery>() ?? CreateOwn(app));

    /// <summary>Returns the token of the current user. Its other half goes with the response as a cookie.</summary>
    public AntiforgeryTokenSet Give(HttpContext http) => _antiforgery.Value.GetAndStoreTokens(http);

    /// <exception cref="ProblemException">The request has no token, or the token is not the user's.</exception>
    public async Task RequireAsync(HttpContext http)
    {
        if (!await _antiforgery.Value.IsRequestValidAsync(http).ConfigureAwait(false))
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "The request has no valid antiforgery token. Load the page again.");
        }
    }

    private static IAntiforgery CreateOwn(IServiceProvider app)
    {
        var services = new ServiceCollection();
        services.AddSingleton(app.GetRequiredService<ILoggerFactory>());
        services.AddLogging();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(static options => options.Cookie.Name = "jero-inspector");
        return services.BuildServiceProvider().GetRequiredService<IAntiforgery>();
    }
}
