using System.Runtime.InteropServices;
using System.Text.Json;
using Jero.Problems;

namespace Jero.Json.Metadata;

/// <summary>Finds what is wrong in JSON that was kept as it came, in words for the client.</summary>
internal static class JsonFault
{
    /// <summary>Returns the first fault; null if there is none.</summary>
    /// <param name="value">The value to search, at any depth.</param>
    /// <param name="names">How names are compared, if they must differ.</param>
    public static string? Find(JsonElement value, StringComparer? names) => Find(value, names, "");

    private static string? Find(JsonElement value, StringComparer? names, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return IsText(value) ? null : Say("has half of a surrogate pair", place);
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (Find(item, names, place + JsonPath.Index(index)) is { } fault)
                    {
                        return fault;
                    }

                    index++;
                }

                return null;
            case JsonValueKind.Object:
                return FindInMembers(value, names, place);
            default:
                return null;
        }
    }

    private static string? FindInMembers(JsonElement value, StringComparer? names, string place)
    {
        var seen = names is null ? null : new HashSet<string>(names);
        foreach (var member in value.EnumerateObject())
        {
            if (!IsText(member))
            {
                return Say("has half of a surrogate pair in a name", place);
            }

            if (seen?.Add(member.Name) == false)
            {
                return Say("has a name twice", place);
            }

            if (Find(member.Value, names, place + JsonPath.Member(member.Name)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string Say(string fault, string place) =>
        place.Length == 0
            ? $"A JSON value of the body {fault}."
            : $"A JSON value of the body {fault}, at '{ClientText.ShortenPath(place)}' in it.";

    // Only an escape can express half of a pair, because the reader has already rejected invalid bytes.
    private static bool IsText(JsonElement text) => !JsonMarshal.GetRawUtf8Value(text).Contains((byte)'\\') || CanRead(static text => text.GetString(), text);

    private static bool IsText(JsonProperty member) =>
        !JsonMarshal.GetRawUtf8PropertyName(member).Contains((byte)'\\') || CanRead(static member => member.Name, member);

    private static bool CanRead<T>(Func<T, string?> read, T source)
    {
        try
        {
            _ = read(source);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
