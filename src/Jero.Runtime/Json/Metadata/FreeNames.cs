using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Finds out whether the JSON of a type can have names that no type declares: dictionary entries, extension data or nodes.
/// </summary>
internal static class FreeNames
{
    public static bool Reaches(Type type, JsonSerializerOptions options) => Reaches(type, options, []);

    private static bool Reaches(Type type, JsonSerializerOptions options, HashSet<Type> visited)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(object) || value == typeof(JsonElement) || value == typeof(JsonDocument) || value.IsAssignableTo(typeof(JsonNode)))
        {
            return true;
        }

        if (!visited.Add(value) || !options.TryGetTypeInfo(value, out var info))
        {
            return false;
        }

        return info.Kind switch
        {
            JsonTypeInfoKind.Dictionary => true,
            JsonTypeInfoKind.Enumerable => Reaches(info.ElementType!, options, visited),
            JsonTypeInfoKind.Object => info.Properties.Any(property => property.IsExtensionData
                    || (property.CustomConverter is null && Reaches(property.PropertyType, options, visited)))
                || info.PolymorphismOptions?.DerivedTypes.Any(variant => Reaches(variant.DerivedType, options, visited)) == true,
            _ => false,
        };
    }
}
