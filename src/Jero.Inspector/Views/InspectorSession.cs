namespace Jero.Inspector.Views;

/// <summary>What a page has to know before it shows anything.</summary>
internal sealed record InspectorSession
{
    /// <summary>The name of the app.</summary>
    public required string App { get; init; }

    /// <summary>Its environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The machine that it runs on.</summary>
    public required string Machine { get; init; }

    /// <summary>Its process.</summary>
    public required int Process { get; init; }

    /// <summary>When the inspector was mapped.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who looks at the page; null where nobody is signed in.</summary>
    public string? User { get; init; }

    /// <summary>The URL of the app's document.</summary>
    public required string Document { get; init; }

    /// <summary>What comes before the paths of the document.</summary>
    public required string PathBase { get; init; }

    /// <summary>The header that a request to change something has.</summary>
    public required string TokenHeader { get; init; }

    /// <summary>The value of that header.</summary>
    public required string Token { get; init; }
}
