namespace Assistant;

/// <summary>What a person asks.</summary>
public sealed record Question
{
    /// <summary>The question itself, not blank and of at most 4,000 UTF-16 characters.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// What was asked and answered before it, the oldest first, of at most 40,000 UTF-16 characters altogether. Nothing is kept here: the model
    /// sees as much of a conversation as the client sends.
    /// </summary>
    public Turn[]? Earlier { get; init; }
}

/// <summary>A question that was answered.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What the model said.</param>
public sealed record Turn(string Question, string Answer);
