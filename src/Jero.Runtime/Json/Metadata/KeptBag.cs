using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jero.Json.Metadata;

/// <summary>Checks extension data in a <see cref="JsonObject"/>. Its objects are nodes already; its text is still as it came.</summary>
internal sealed class KeptBag(JsonObject bag) : IKeptValue
{
    public string? FindFault()
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
