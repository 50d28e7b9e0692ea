namespace Requests.Tests.Table;

/// <summary>One request, what Jero answers, and what the equivalent minimal API answers where that is something else.</summary>
public sealed record Row(string Method, string Path, int Status)
{
    /// <summary>Each as <c>name: value</c>.</summary>
    public string[] Headers { get; init; } = [];

    public string? Body { get; init; }

    /// <summary>JSON unless said; null for none.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>What the handler was called with, where it ran.</summary>
    public string? Echo { get; init; }

    /// <summary>The names in the problem's errors.</summary>
    public string Errors { get; init; } = "";

    /// <summary>The status of the minimal API, where it differs.</summary>
    public int? Minimal { get; init; }

    /// <summary>What its handler was called with, where that differs.</summary>
    public string? MinimalEcho { get; init; }

    /// <summary>Why there is a difference.</summary>
    public string? Because { get; init; }



    public override string ToString() => $"{Method} {Path} {Body}";
}
