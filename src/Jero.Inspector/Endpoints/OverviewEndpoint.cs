using System.Runtime.CompilerServices;
using Jero.Inspector.Mapping;
using Jero.Inspector.Observation;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Endpoints;

[Endpoint("/overview", MapManually = true)]
internal sealed partial class OverviewEndpoint
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The sums of the open streams, once a second.</summary>
    /// <param name="http">The request.</param>
    public static SSEResponse<Overview> Get(HttpContext http) => new(Look(InspectedApp.Of(http)));

    private static async IAsyncEnumerable<Overview> Look(
        InspectedApp app, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            yield return Summaries.Of(app.Streams, app.Time.GetUtcNow());
            await Task.Delay(Interval, app.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
