namespace Jero.Inspector.Views;

/// <summary>What is known of one open stream.</summary>
internal sealed record StreamDetails
{
    /// <summary>What the list shows of it.</summary>
    public required OpenStream Stream { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The request's identifier in the logs.</summary>
    public required string TraceIdentifier { get; init; }

    /// <summary>The parameters of its route.</summary>
    public required IReadOnlyList<NamedValue> RouteValues { get; init; }

    /// <summary>The parameters of its query.</summary>
    public required IReadOnlyList<NamedValue> Query { get; init; }

    /// <summary>The headers of its request.</summary>
    public required IReadOnlyList<NamedValue> Headers { get; init; }
}
