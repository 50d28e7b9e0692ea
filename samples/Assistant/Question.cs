namespace Assistant;

/// <summary>What a person asks.</summary>
public sealed record Question
{
    /// <summary>The question itself, not blank and of at most 4,000 UTF-16 characters.</summary>
    public required string Text { get; init; }
}
