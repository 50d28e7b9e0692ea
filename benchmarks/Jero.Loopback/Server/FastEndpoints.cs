using FastEndpoints;

namespace Jero.Loopback.Server;

/// <summary>FastEndpoints' event stream over the same sources.</summary>
public sealed class FastRowEvents : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/fast/row/events");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("row", Ready.Rows.Many(Query<int>("count")), ct);
}

public sealed class FastMovieEvents : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/fast/movie/events");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("movie", Ready.Movies.Many(Query<int>("count")), ct);
}

public sealed class FastIdleEvents : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/fast/idle");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("row", Rows.OneThenWait(ct), ct);
}

public sealed class FastTicks : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/fast/ticks");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("tick", Broadcast.Ticks(ct), ct);
}
