using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Endpoints;

[Endpoint("/ended", MapManually = true)]
internal sealed partial class EndedStreamsEndpoint
{
    /// <summary>The last 200 streams that ended, the newest first.</summary>
    /// <param name="http">The request.</param>
    public static JSONResponse<EndedList> Get(HttpContext http) => new(InspectedApp.Of(http).Streams.LastEnded.List());
}
