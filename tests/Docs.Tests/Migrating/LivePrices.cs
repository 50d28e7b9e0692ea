using FastEndpoints;

namespace Docs.Tests.Migrating;

public sealed class LivePrices(Prices prices) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/before/prices");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("tick", prices.FollowAsync(ct), ct);
}
