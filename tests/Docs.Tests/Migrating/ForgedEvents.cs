using FastEndpoints;

namespace Docs.Tests.Migrating;

/// <summary>An event whose name comes from somebody who means no good.</summary>
public sealed class ForgedEvents(Prices prices) : EndpointWithoutRequest
{
    public const string Name = "tick\ndata: forged";

    public override void Configure()
    {
        Get("/before/forged");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync(Name, prices.FollowAsync(ct), ct);
}
