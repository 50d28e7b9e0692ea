using Jero.Inspector.Mapping;
using Jero.Inspector.Observation;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Endpoints;

[Endpoint("/streams", MapManually = true)]
internal sealed partial class OpenStreamsEndpoint
{
    private const int MostAtOnce = 500;

    /// <summary>One screen of the streams that are open.</summary>
    /// <param name="http">The request.</param>
    /// <param name="order">What they are sorted by; by when they were opened unless given.</param>
    /// <param name="descending">Whether the last comes first.</param>
    /// <param name="text">Only those that have it in their route, method, user, protocol or address.</param>
    /// <param name="route">Only those of one route: its method, a space and its pattern.</param>
    /// <param name="skip">How many are left out at the beginning.</param>
    /// <param name="take">How many are wanted, up to 500; 100 unless given.</param>
    public static JSONResponse<OpenStreams> Get(
        HttpContext http, StreamOrder? order, bool? descending, string? text, string? route, int? skip, int? take) =>
        new(new StreamQuery
        {
            Order = order ?? StreamOrder.Id,
            IsDescending = descending ?? false,
            Text = text,
            Route = route,
            Skip = Math.Max(0, skip ?? 0),
            Take = Math.Clamp(take ?? 100, 0, MostAtOnce),
        }.Run(InspectedApp.Of(http).Streams));
}
