using System.Text.Json;

namespace Jero.Json.Metadata;

/// <summary>Checks JSON that was kept as it came.</summary>
/// <param name="value">The JSON.</param>
/// <param name="names">How names are compared, if they must differ, as in nodes.</param>
internal sealed class KeptElement(JsonElement value, StringComparer? names) : IKeptValue
{
    public static JsonElement Keep(JsonElement value, StringComparer? names = null)
    {
        KeptValues.Keep(new KeptElement(value, names));
        return value;
    }

    public string? FindFault()
    {
        try
        {
            return JsonFault.Find(value, names);
        }
        catch (ObjectDisposedException)
        {
            // The handler has disposed of the document, so it already has what it needed.
            return null;
        }
    }
}
