using System.Text.Json;

namespace Jero.Client;

/// <summary>Represents what a server says about a request that it rejects (RFC 9457).</summary>
public sealed record ApiProblem
{
    /// <summary>Gets a URI that names the kind of problem; null if there is none.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the kind of problem in words; null if there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the status as the problem repeats it; null if it does not.</summary>
    public int? Status { get; init; }

    /// <summary>Gets what is wrong with this request; null if the server does not say.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets a URI for this occurrence; null if there is none.</summary>
    public string? Instance { get; init; }

    /// <summary>Gets what is wrong with each field, as ASP.NET Core sends it. It is empty if there is nothing.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    // Members of a wrong type are ignored, as RFC 9457, section 3.1, requires.
    internal static ApiProblem? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? Read(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ApiProblem Read(JsonElement root) => new()
    {
        Type = Text(root, "type"),
        Title = Text(root, "title"),
        Status = root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var number) ? number : null,
        Detail = Text(root, "detail"),
        Instance = Text(root, "instance"),
        Errors = root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ? errors.EnumerateObject().GroupBy(static field => field.Name).ToDictionary(static field => field.Key, static field => field.SelectMany(Messages).ToArray())
            : new Dictionary<string, string[]>(),
    };

    private static IEnumerable<string> Messages(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Array => field.Value.EnumerateArray()
            .Where(static message => message.ValueKind == JsonValueKind.String).Select(static message => message.GetString()!),
        JsonValueKind.String => [field.Value.GetString()!],
        _ => [],
    };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
