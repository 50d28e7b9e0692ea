using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Jero.Json;

/// <summary>
/// The values of one body that System.Text.Json looks into when the handler uses them. What is wrong with one throws there, and is the
/// client's fault all the same: a name twice in a node, or half of a surrogate pair, which JSON can say (RFC 8259, section 8.2). One that the
/// handler never uses is taken, as minimal APIs take it. Not thread-safe; a body is read by one thread at a time.
/// </summary>
internal sealed class KeptValues
{
    private static readonly AsyncLocal<KeptValues?> BeingRead = new();

    private readonly List<(JsonElement Value, StringComparer? Names)> _values = [];
    private readonly List<JsonObject> _bags = [];

    /// <summary>Begins to keep, for the body that is read next in this flow.</summary>
    public static KeptValues Begin() => BeingRead.Value = new KeptValues();

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">How names are compared, where they have to differ: in nodes.</param>
    public static JsonElement Keep(JsonElement value, StringComparer? names = null)
    {
        BeingRead.Value?._values.Add((value, names));
        return value;
    }

    /// <summary>Keeps a bag of extension data.</summary>
    public static void Keep(JsonObject? bag)
    {
        if (bag is not null)
        {
            BeingRead.Value?._bags.Add(bag);
        }
    }

    /// <summary>Leaves the values with the request, for <see cref="Explain"/>.</summary>
    public void LeaveWith(HttpContext http)
    {
        if (_values.Count > 0 || _bags.Count > 0)
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

    private string? FindFault()
    {
        try
        {
            foreach (var (value, names) in _values)
            {
                if (JsonFault.Find(value, names) is { } fault)
                {
                    return fault;
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // The handler has disposed of the document: it had what it wanted of it.
        }

        return _bags.Select(FindFault).FirstOrDefault(static fault => fault is not null);
    }

    // What is in a bag has been made nodes of already; as text it is as it came.
    private static string? FindFault(JsonObject bag)
    {
        try
        {
            using var document = JsonDocument.Parse(bag.ToJsonString());
            return JsonFault.Find(document.RootElement, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return "The body has half of a surrogate pair.";
        }
    }
}
