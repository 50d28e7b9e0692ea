using Jero.Inspector.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jero.Inspector.Endpoints;

[Endpoint("/streams/{id:long}/stop", MapManually = true)]
internal sealed partial class StopEndpoint
{
    /// <summary>Stops one stream.</summary>
    /// <remarks>404: it is not open any more. 409: it ends already. 400: the antiforgery token is missing or another user's.</remarks>
    /// <param name="id">Its number.</param>
    /// <param name="http">The request.</param>
    public static async Task<NoContent> PostAsync(long id, HttpContext http)
    {
        var app = InspectedApp.Of(http);
        await app.Tokens.RequireAsync(http).ConfigureAwait(false);
        var stream = app.Streams.Find(id)?.Info
            ?? throw new ProblemException(StatusCodes.Status404NotFound, $"The stream {id} is no longer open.");
        if (!stream.Stop())
        {
            throw new ProblemException(StatusCodes.Status409Conflict, $"The stream {id} is already ending.");
        }

        var user = InspectedApp.UserOf(http);
        InspectorLog.Stopped(app.Logger, id, stream.Method, stream.Route, user);
        return TypedResults.NoContent();
    }
}
