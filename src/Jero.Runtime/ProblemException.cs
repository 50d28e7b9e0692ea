using Microsoft.AspNetCore.Mvc;

namespace Jero;

/// <summary>
/// Thrown by a handler, by a lifecycle's set-up, or by a source without a lifecycle before its first item: becomes an RFC 9457 problem
/// response. Thrown later it cuts the stream short like any other exception.
/// </summary>
public class ProblemException : Exception
{
    /// <summary>A problem as it is.</summary>
    /// <param name="problem">What is sent to the client.</param>
    public ProblemException(ProblemDetails problem) : base((problem ?? throw new ArgumentNullException(nameof(problem))).Detail ?? problem.Title) =>
        Problem = problem;

    /// <summary>A problem of a status; title and type are the status's own.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="detail">What went wrong, for the client's eyes.</param>
    public ProblemException(int status, string? detail = null) : this(new ProblemDetails { Status = status, Detail = detail })
    {
    }

    private protected ProblemException(ProblemDetails problem, string message, Exception? cause) : base(message, cause) => Problem = problem;

    /// <summary>What is sent to the client.</summary>
    public ProblemDetails Problem { get; }
}
