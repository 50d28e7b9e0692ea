using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Endpoints;

[Endpoint("/streams/{id:long}", MapManually = true)]
internal sealed partial class OpenStreamEndpoint
{
    /// <summary>What is known of one open stream.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="http">The request.</param>
    public static JSONResponse<StreamDetails> Get(long id, HttpContext http) =>
        new(InspectedApp.Of(http).Streams.Describe(id)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, $"The stream {id} is no longer open."));
}
