using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds values that the attributes of System.Text.Json accept but that it rejects when a type is first used.</summary>
internal static class BadValues
{
    /// <summary>Returns which attribute of a type or member has such a value, and what to do; null if none has.</summary>
    public static string? Find(ISymbol symbol) =>
        symbol.GetAttributes().Select(attribute => Find(symbol, attribute)).FirstOrDefault(static reason => reason is not null);

    private static string? Find(ISymbol symbol, AttributeData attribute) =>
        attribute is { AttributeClass: { } type, ConstructorArguments: [var value, ..] }
        && type.ContainingNamespace?.ToDisplayString() == "System.Text.Json.Serialization"
        && IsBad(type.Name, value)
            ? $"[{type.Name.Replace("Attribute", "")}] on '{symbol.Name}' has {Text(value)}, which is not one of its values; use one of them, or remove the attribute"
            : null;

    private static bool IsBad(string attribute, TypedConstant value) => attribute switch
    {
        "JsonPropertyNameAttribute" => value.IsNull,
        "JsonNumberHandlingAttribute" => value.Value is int bits && (bits & ~7) != 0,
        "JsonUnmappedMemberHandlingAttribute" or "JsonObjectCreationHandlingAttribute" => value.Value is int and not (0 or 1),
        _ => false,
    };

    private static string Text(TypedConstant value) => value.IsNull ? "null" : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;
}
