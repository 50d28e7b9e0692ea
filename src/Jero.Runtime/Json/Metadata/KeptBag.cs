using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jero.Json.Metadata;

/// <summary>Extension data in a <see cref="JsonObject"/>. What is in it has been made nodes of already; as text it is as it came.</summary>
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
