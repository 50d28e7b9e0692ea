namespace Assistant;

/// <summary>The headers of an answer.</summary>
/// <param name="XAnsweredBy">The model that answers; <c>embedded</c> is the one that comes with the program.</param>
public sealed record AnswerHeaders(string XAnsweredBy);
