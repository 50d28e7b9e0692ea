using Microsoft.AspNetCore.Mvc;

namespace Jero;

/// <summary>
/// Thrown by the enumerator of a sequence that a handler reads from the body, an <see cref="IAsyncEnumerable{T}"/> parameter, where an item
/// is malformed, does not fit its type, breaks a rule or is too long, and where the body ends too early. The sequence is over then. Let
/// through before the response has begun it is the answer, an RFC 9457 problem; later it cuts the response short.
/// </summary>
/// <param name="problem">What is sent to the client; its status is 400, 408, 413 or 422.</param>
/// <param name="number">The number of the item, from 1.</param>
/// <param name="path">Where in the item the fault is, as System.Text.Json writes a path: <c>$.lines[2].count</c>.</param>
public class BadItemException(ProblemDetails problem, long number, string path) : ProblemException(problem)
{
    /// <summary>The number of the item, from 1. Blank lines do not count.</summary>
    public long Number { get; } = number;

    /// <summary>Where in the item the fault is: <c>$</c> for the item as a whole.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));
}
