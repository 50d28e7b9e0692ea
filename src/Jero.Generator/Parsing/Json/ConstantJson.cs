using System.Globalization;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Prints compile-time constants as JSON.</summary>
internal static class ConstantJson
{
    /// <summary>A constant as the shape's own JSON would have it; null if it has no such value.</summary>
    public static string? Of(object? value, ITypeSymbol? type, JsonShape shape, JsonShapeRegistry shapes)
    {
        if (value is null)
        {
            return "null";
        }

        if (shape is JsonReference reference)
        {
            var number = Convert.ToString(value, CultureInfo.InvariantCulture);
            return shapes.FindNames(reference.Definition) is { } names
                    ? names.Members.FirstOrDefault(name => name.Number == number) is { } named ? JsonStrings.Quote(named.Name) : null
                : shapes.FindEnum(reference.Definition) is { } found && found.Values.FirstOrDefault(candidate => candidate.Number == number) is { } member
                    ? found.IsString ? member.WireName is null ? null : JsonStrings.Quote(member.WireName) : member.Number
                : null;
        }

        return shape is not JsonBuiltIn { Type: var builtIn } ? null
            : builtIn == BuiltInType.Boolean ? value is bool flag ? flag ? "true" : "false" : null
            : BuiltInTypes.IsNumber(builtIn) ? JsonNumbers.Of(value)
            : value is string or char ? JsonStrings.Quote(value.ToString())
            : null;
    }

    /// <summary>A constant that is given as text.</summary>
    public static string? OfText(string text, JsonShape shape) => shape is not JsonBuiltIn { Type: var builtIn } ? null
        : builtIn == BuiltInType.Boolean ? text.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : null
        : BuiltInTypes.IsNumber(builtIn) ? JsonNumbers.Parse(text)
        : JsonStrings.Quote(text);
}
