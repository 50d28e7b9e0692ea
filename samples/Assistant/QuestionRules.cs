using System.Globalization;
using Jero;

namespace Assistant;

/// <summary>What a question has to be before a model is asked: each one costs tokens.</summary>
public static class QuestionRules
{
    /// <summary>The most UTF-16 characters that a question may have.</summary>
    public const int MaxLength = 4000;

    /// <summary>The most UTF-16 characters that what was before it may have.</summary>
    public const int MaxEarlierLength = 40_000;

    /// <summary>The question, where it can be asked.</summary>
    /// <param name="question">The body of a request.</param>
    /// <exception cref="ProblemException">It is blank, or it or what was before it is too long: 422, with the path.</exception>
    public static Question Check(Question question)
    {
        Check(question.Text, "$.text");
        var earlier = question.Earlier ?? [];
        if (earlier.Any(static turn => string.IsNullOrWhiteSpace(turn.Question) || string.IsNullOrWhiteSpace(turn.Answer)))
        {
            throw Invalid("$.earlier", "What was before the question has a question without an answer, or an answer without a question.");
        }

        var length = earlier.Sum(static turn => (long)turn.Question.Length + turn.Answer.Length);
        if (length <= MaxEarlierLength) return question;
        var lengths = string.Create(CultureInfo.InvariantCulture, $"at most {MaxEarlierLength} characters, and this one has {length}");
        throw Invalid("$.earlier", $"A conversation has {lengths}.");
    }

    /// <summary>The question itself, where it can be asked.</summary>
    /// <param name="text">The question.</param>
    /// <param name="path">Where the client has written it: <c>$.text</c> in a body, <c>text</c> in a query.</param>
    /// <exception cref="ProblemException">It is blank or too long: 422, with the path.</exception>
    public static string Check(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Invalid(path, "A question is needed, and this one is blank.");
        if (text.Length > MaxLength)
        {
            var lengths = string.Create(CultureInfo.InvariantCulture, $"at most {MaxLength} characters, and this one has {text.Length}");
            throw Invalid(path, $"A question has {lengths}.");
        }

        return text;
    }

    private static ProblemException Invalid(string path, string message) => new(
        new HttpValidationProblemDetails(new Dictionary<string, string[]> { [path] = [message] })
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Unprocessable Entity",
            Detail = message,
        });
}
