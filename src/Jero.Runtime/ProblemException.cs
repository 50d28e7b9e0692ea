using Microsoft.AspNetCore.Mvc;

namespace Jero;

/// <summary>
/// Answers a request with an RFC 9457 problem. Throw it in a handler, in the set-up of a lifecycle, or, in a source without a lifecycle,
/// before the first item. Thrown later, it cuts the stream short like any other exception.
/// </summary>
public class ProblemException : Exception
{
    /// <summary>Initializes an exception with a problem.</summary>
    /// <param name="problem">The problem that is sent to the client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    public ProblemException(ProblemDetails problem) : base((problem ?? throw new ArgumentNullException(nameof(problem))).Detail ?? problem.Title) =>
        Problem = problem;

    /// <summary>Initializes an exception with a status and the title and type that belong to it.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="detail">What went wrong, in words for the client.</param>
    public ProblemException(int status, string? detail = null) : this(new ProblemDetails { Status = status, Detail = detail })
    {
    }

    private protected ProblemException(ProblemDetails problem, string message, Exception? cause) : base(message, cause) => Problem = problem;

    /// <summary>Gets the problem that is sent to the client.</summary>
    public ProblemDetails Problem { get; }
}
