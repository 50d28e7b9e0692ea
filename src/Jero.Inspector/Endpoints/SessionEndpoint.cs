using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Endpoints;

[Endpoint("/session", MapManually = true)]
internal sealed partial class SessionEndpoint
{
    /// <summary>The app, the user, and the token with which a page stops and publishes.</summary>
    /// <param name="http">The request.</param>
    public static JSONResponse<InspectorSession> Get(HttpContext http)
    {
        var app = InspectedApp.Of(http);
        var tokens = app.Tokens.Give(http);
        return new(new InspectorSession
        {
            App = app.Environment.ApplicationName,
            Environment = app.Environment.EnvironmentName,
            Machine = Environment.MachineName,
            Process = Environment.ProcessId,
            StartedAt = app.StartedAt,
            User = http.User.Identity?.Name,
            Document = $"{http.Request.PathBase}{app.Options.DocumentPath}",
            PathBase = http.Request.PathBase.ToUriComponent(),
            TokenHeader = tokens.HeaderName ?? "",
            Token = tokens.RequestToken ?? "",
        });
    }
}
