using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds what System.Text.Json rejects in a whole type when it is first used, including members that are left out.</summary>
internal static class JsonObjectRules
{
    /// <summary>What is refused, and what to do; null if nothing is.</summary>
    public static string? Find(INamedTypeSymbol type, IReadOnlyList<ISymbol> members, JsonConstructor? constructor, JsonOptions options)
    {
        if (JsonConstructorParser.Annotated(type).Skip(1).Any())
        {
            return "[JsonConstructor] is on more than one constructor; keep one of them";
        }

        if (BadValues.Find(type) is { } bad)
        {
            return bad;
        }

        if (JsonMembers.FindUnnamed(type) is { } unnamed)
        {
            return $"[JsonInclude] is on '{unnamed}', which has only the name that the compiler makes; put it on a property or field with a name of its own";
        }

        foreach (var member in members)
        {
            if ((BadValues.Find(member) ?? ReasonAgainst(member, type, constructor, options)) is { } reason)
            {
                return reason;
            }
        }

        return members.Where(JsonMembers.IsExtensionData).Skip(1).FirstOrDefault() is { } second
            ? $"[JsonExtensionData] is also on '{second.Name}', but only one member can take what is left; keep one of them"
            : null;
    }

    /// <summary>What is refused of a type that is not written member by member, and what to do; null if nothing is.</summary>
    /// <param name="type">The type.</param>
    /// <param name="form">How it is written instead.</param>
    public static string? FindOfValue(INamedTypeSymbol type, string form)
    {
        if (BadValues.Find(type) is { } bad)
        {
            return bad;
        }

        var isConverted = ConverterParser.OfType(type) is not null;
        var attribute = type.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass.Is(KnownTypes.JsonUnmappedMemberHandlingAttribute)
            || attribute.AttributeClass.Is(KnownTypes.JsonObjectCreationHandlingAttribute)
            || attribute.AttributeClass.Is(KnownTypes.JsonDerivedTypeAttribute)
            || (isConverted && attribute.AttributeClass.Is(KnownTypes.JsonNumberHandlingAttribute) && NumberFormats.Of(type) > 0));
        return attribute is null ? null
            : $"[{attribute.AttributeClass!.Name.Replace("Attribute", "")}] on '{type.Message()}' is for objects, but {(isConverted ? $"{form} it" : $"it {form}")}; remove the attribute";
    }

    private static string? ReasonAgainst(ISymbol member, INamedTypeSymbol type, JsonConstructor? constructor, JsonOptions options)
    {
        var isRequired = JsonMembers.IsRequired(member, type);
        var parameter = constructor?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase));
        if (JsonMembers.IsExtensionData(member))
        {
            return !IsBag(JsonMembers.TypeOf(member))
                ? $"[JsonExtensionData] on '{member.Name}' cannot fill '{JsonMembers.TypeOf(member).Message()}'; use Dictionary<string, JsonElement>, a type that implements IDictionary<string, object> or IDictionary<string, JsonElement>, or JsonObject"
                : UnmappedMembers.Of(type) == true
                ? $"[JsonUnmappedMemberHandling] rejects what [JsonExtensionData] on '{member.Name}' would take; keep one of them"
                : parameter is { OtherMember: null }
                ? $"[JsonExtensionData] on '{member.Name}' cannot be a parameter of the constructor; make it a settable property that the constructor does not take"
                : isRequired ? $"[JsonExtensionData] on '{member.Name}' cannot be required, because JSON has no member of its name; remove 'required' and [JsonRequired]"
                : null;
        }

        return !isRequired || CanBeRead(member, parameter, options) ? null
            : JsonMembers.IsIgnored(member) ? $"'{member.Name}' is required but left out with [JsonIgnore]; keep one of them, or write a constructor with [SetsRequiredMembers]"
            : $"'{member.Name}' is required but cannot be read from JSON; give it a public setter or [JsonInclude], or remove [JsonRequired]";
    }

    // A parameter with a default does not make its member readable. The setter of the member does, although reading passes the value to the
    // parameter.
    private static bool CanBeRead(ISymbol member, JsonConstructorParameter? parameter, JsonOptions options) =>
        JsonMembers.IgnoreConditionOf(member) is not (1 or 5)
        && ((options.RespectRequiredConstructorParameters && parameter is { OtherMember: null, Default: null }) || member switch
        {
            IFieldSymbol field => !field.IsReadOnly,
            IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility == Accessibility.Public || JsonMembers.IsIncluded(member),
            _ => false,
        });

    private static bool IsBag(ITypeSymbol type) =>
        type.Is(KnownTypes.JsonObject)
        || (type is INamedTypeSymbol named && named.AllInterfaces.Prepend(named).Any(static part =>
            part.Is(KnownTypes.IDictionary)
            && part.TypeArguments is [{ SpecialType: SpecialType.System_String }, var value]
            && (value.SpecialType == SpecialType.System_Object || value.Is(KnownTypes.JsonElement))));
}
