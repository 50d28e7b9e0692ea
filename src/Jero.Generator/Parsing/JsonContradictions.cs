using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Attributes that System.Text.Json refuses together, when a type is first used.</summary>
internal static class JsonContradictions
{
    /// <summary>What contradicts what, and what to do; null where nothing does.</summary>
    public static string? Find(ISymbol member, INamedTypeSymbol type, JsonProperty property, JsonConstructor? constructor, JsonOptions options)
    {
        if (property.IsExtensionData)
        {
            return UnmappedMembers.Of(type) == true
                ? $"[JsonUnmappedMemberHandling] refuses what [JsonExtensionData] on '{member.Name}' would take; keep one of them"
                : null;
        }

        if (constructor is null || !CreationHandling.IsPopulated(member, type, constructor, options))
        {
            return null;
        }

        if (property.Format?.Converter is not null || !CreationHandling.CanPopulate(member, type, property.Shape, property.Setter != PropertySetter.None))
        {
            return CreationHandling.Of(member) == true
                ? $"[JsonObjectCreationHandling] on '{member.Name}' would add to a value that cannot be added to; use a list, a set, a dictionary or a class of a type without variants, or take the attribute away"
                : null;
        }

        return constructor.Parameters.Count > 0
            ? $"[JsonObjectCreationHandling] would add to '{member.Name}', but only a type without parameters of its constructor can be added to; give it a constructor without parameters, or take the attribute away"
            : null;
    }
}
