namespace Jero.Inspector.Views;

/// <summary>What is said once a second.</summary>
internal sealed record Overview
{
    /// <summary>When that was.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>All streams that are open, in sum.</summary>
    public required RouteSum Total { get; init; }

    /// <summary>Those of each route, the route with most of them first.</summary>
    public required IReadOnlyList<RouteSum> Routes { get; init; }

    /// <summary>How many routes have open streams, those that are left out too.</summary>
    public required int RoutesInAll { get; init; }

    /// <summary>How many streams have ended since the app began.</summary>
    public required long Ended { get; init; }
}
