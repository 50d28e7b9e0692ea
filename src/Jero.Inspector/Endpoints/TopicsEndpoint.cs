using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Inspector.Endpoints;

[Endpoint("/topics", MapManually = true)]
internal sealed partial class TopicsEndpoint
{
    /// <summary>What this process has of each topic.</summary>
    /// <param name="http">The request.</param>
    public static JSONResponse<TopicView[]> Get(HttpContext http) => new(
        [
            .. InspectedApp.Of(http).Services.GetServices<ITopic>()
                .Select(TopicView.Of)
                .OrderBy(static topic => topic.Name, StringComparer.Ordinal),
        ]);
}
