using Microsoft.AspNetCore.Mvc;

namespace Jero;

/// <summary>
/// Thrown by the enumerator of a sequence that a handler reads from the body (an <see cref="IAsyncEnumerable{T}"/> parameter) when an item
/// is malformed, does not fit its type, breaks a validation rule or is too long, or when the body ends too early. The sequence is over
/// after that. If a handler lets the exception through before the response has begun, the client gets
/// <see cref="ProblemException.Problem"/> as an RFC 9457 problem. After that point the exception cuts the response short.
/// </summary>
/// <param name="problem">The problem that is sent to the client. Its status is 400, 408, 413 or 422.</param>
/// <param name="number">The number of the item, counted from 1.</param>
/// <param name="path">The place of the fault in the item, as System.Text.Json writes a path: <c>$.lines[2].count</c>.</param>
public class BadItemException(ProblemDetails problem, long number, string path) : ProblemException(problem)
{
    /// <summary>Gets the number of the item, counted from 1. Blank lines do not count.</summary>
    public long Number { get; } = number;

    /// <summary>Gets the place of the fault in the item, as a JSON path. It is <c>$</c> if the fault is in the item as a whole.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));
}
