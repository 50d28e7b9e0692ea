using Microsoft.AspNetCore.Http;

namespace Jero.Json.Metadata;

/// <summary>
/// Collects the values of one body that System.Text.Json looks into only when the handler uses them. A bad value throws there but is the
/// client's fault: a node with the same name twice, or half of a surrogate pair, which JSON can express (RFC 8259, section 8.2). A bad
/// value that the handler never uses is accepted, as minimal APIs do. Not thread-safe; one thread at a time reads a body.
/// </summary>
internal sealed class KeptValues
{
    private static readonly AsyncLocal<KeptValues?> BeingRead = new();

    private readonly List<IKeptValue> _values = [];

    /// <summary>Begins to collect values for the next body that this flow reads.</summary>
    public static KeptValues Begin() => BeingRead.Value = new KeptValues();

    /// <summary>Ends what <see cref="Begin"/> began: this flow collects no more values.</summary>
    public static void End() => BeingRead.Value = null;

    public static void Keep(IKeptValue value) => BeingRead.Value?._values.Add(value);

    /// <summary>Stores the values in the request, for <see cref="Explain"/>.</summary>
    public void LeaveWith(HttpContext http)
    {
        if (_values.Count > 0)
        {
            http.Features.Set(this);
        }
    }

    /// <summary>Returns the problem behind a handler's exception, if a bad value of the body can have caused it; otherwise null.</summary>
    public static ProblemException? Explain(HttpContext http, Exception exception) =>
        exception is ArgumentException or InvalidOperationException && http.Features.Get<KeptValues>()?.FindFault() is { } fault
            ? new ProblemException(new HttpValidationProblemDetails(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["$"] = [fault] })
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Detail = fault,
            })
            : null;

    /// <summary>Returns what is wrong with the first bad value; null if none is bad.</summary>
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
