using Microsoft.AspNetCore.Http;

namespace Jero.Json.Metadata;

/// <summary>
/// The values of one body that System.Text.Json looks into when the handler uses them. What is wrong with one throws there, and is the
/// client's fault all the same: a name twice in a node, or half of a surrogate pair, which JSON can say (RFC 8259, section 8.2). One that the
/// handler never uses is taken, as minimal APIs take it. Not thread-safe; a body is read by one thread at a time.
/// </summary>
internal sealed class KeptValues
{
    private static readonly AsyncLocal<KeptValues?> BeingRead = new();

    private readonly List<IKeptValue> _values = [];

    /// <summary>Begins to keep, for the body that is read next in this flow.</summary>
    public static KeptValues Begin() => BeingRead.Value = new KeptValues();

    /// <summary>Ends what <see cref="Begin"/> began, so that nothing is kept any more in this flow.</summary>
    public static void End() => BeingRead.Value = null;

    public static void Keep(IKeptValue value) => BeingRead.Value?._values.Add(value);

    /// <summary>Leaves the values with the request, for <see cref="Explain"/>.</summary>
    public void LeaveWith(HttpContext http)
    {
        if (_values.Count > 0)
        {
            http.Features.Set(this);
        }
    }

    /// <summary>The problem behind a handler's exception, where a value of the body can have thrown it; else null.</summary>
    public static ProblemException? Explain(HttpContext http, Exception exception) =>
        exception is ArgumentException or InvalidOperationException && http.Features.Get<KeptValues>()?.FindFault() is { } fault
            ? new ProblemException(new HttpValidationProblemDetails(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["$"] = [fault] })
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Detail = fault,
            })
            : null;

    /// <summary>What is wrong with the first bad value; null where none is.</summary>
    public string? FindFault()
    {
        foreach (var value in _values)
        {
            if (value.FindFault() is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
