using System.Runtime.InteropServices;
using System.Text.Json;

namespace Jero.Json;

/// <summary>
/// The text of JSON that is kept as it came. System.Text.Json looks into its strings when they are asked for, which would be in the handler:
/// one with half of a surrogate pair, which JSON can say (RFC 8259, section 8.2), throws there.
/// </summary>
internal static class KeptText
{
    /// <exception cref="MisfitException">A string or a name is no text.</exception>
    public static JsonElement Check(JsonElement element) => FindHalf(element) is { } place
        ? throw new MisfitException(place, "has half of a surrogate pair")
        : element;

    private static string? FindHalf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return IsText(element) ? null : "";
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    if (FindHalf(item) is { } place)
                    {
                        return JsonPath.Index(index) + place;
                    }

                    index++;
                }

                return null;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (!IsText(member))
                    {
                        return "";
                    }

                    if (FindHalf(member.Value) is { } place)
                    {
                        return JsonPath.Member(member.Name) + place;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    // Only an escape can say half of a pair: a reader has refused the bytes of one before.
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
