using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds attributes that System.Text.Json rejects together when a type is first used.</summary>
internal static class JsonContradictions
{
    // JsonIgnoreCondition.WhenWritingNull
    private const int WhenWritingNull = 3;

    /// <summary>Returns what contradicts what, and what to do; null if nothing does.</summary>
    public static string? Find(ISymbol member, INamedTypeSymbol type, JsonProperty property, JsonConstructor? constructor, JsonOptions options)
    {
        if (JsonMembers.IgnoreConditionOf(member) == WhenWritingNull && !property.IsExtensionData && JsonMembers.TypeOf(member) is { IsValueType: true } value
            && value.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
        {
            return $"[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] on '{member.Name}' needs a type that can be null, but it is '{value.Message()}'; use WhenWritingDefault, or '{value.Message()}?'";
        }

        if (property.Format is { IsOwn: true, NumberHandling: > 0 } && !IsOfNumbers(JsonMembers.TypeOf(member), property))
        {
            return $"[JsonNumberHandling] on '{member.Name}' is for numbers and collections of them, but the member is '{JsonMembers.TypeOf(member).Message()}'; remove the attribute";
        }

        if (property.IsExtensionData)
        {
            return null;
        }

        if (constructor is null || !CreationHandling.IsPopulated(member, type, constructor, options))
        {
            return null;
        }

        if (property.Format?.Converter is not null || !CreationHandling.CanPopulate(member, type, property.Shape, property.Setter != PropertySetter.None))
        {
            return CreationHandling.Of(member) == true
                ? $"[JsonObjectCreationHandling] on '{member.Name}' would add to a value that cannot be added to; use a list, a set, a dictionary or a class without variants, or remove the attribute"
                : null;
        }

        return constructor.Parameters.Count > 0
            ? $"[JsonObjectCreationHandling] would add to '{member.Name}', but the constructor of its type has parameters; give it a constructor without parameters, or remove the attribute"
            : null;
    }

    // With a converter of the user's own, a list no longer counts as a list of numbers.
    private static bool IsOfNumbers(ITypeSymbol type, JsonProperty property) =>
        IsNumber(type)
        || (property is { Format.Converter: null, Shape: not JsonForeign { Converter: not null } }
            && BuiltInTypes.Find(type) is null
            && (DictionaryTypes.Find(type)?.Value ?? CollectionTypes.Find(type)?.Item) is { } item
            && IsNumber(item));

    // An object may be a number, which is known only at run time.
    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || (BuiltInTypes.Find(type.Underlying()) is { } builtIn && BuiltInTypes.IsNumber(builtIn));
}
