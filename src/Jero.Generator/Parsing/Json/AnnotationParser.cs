using Jero.Generator.Model;
using Jero.Generator.Parsing.Documentation;
using Jero.Generator.Parsing.Symbols;
using Jero.OpenApi;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>
/// Turns DataAnnotations and similar attributes into keywords of the schema, as ASP.NET Core does, and some that it leaves out.
/// </summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/openapi/include-metadata</remarks>
internal static class AnnotationParser
{
    private const string Validation = "System.ComponentModel.DataAnnotations";

    /// <summary>What is said of a value.</summary>
    /// <param name="attributes">Those of the member or parameter; of several of one class the first counts.</param>
    /// <param name="shape">Its shape, which decides what a limit limits.</param>
    /// <param name="shapes">Where its enum is defined.</param>
    /// <param name="description">Its documentation.</param>
    /// <param name="example">The example of its documentation.</param>
    public static JsonAnnotations Parse(
        IEnumerable<AttributeData> attributes, JsonShape shape, JsonShapeRegistry shapes, string? description, string? example)
    {
        var value = shape is JsonNullable nullable ? nullable.Value : shape;
        var all = attributes.ToList();
        return new JsonAnnotations
        {
            Description = all.FirstOrDefault(static attribute => attribute.AttributeClass.Is(KnownTypes.DescriptionAttribute))
                is { ConstructorArguments: [{ Value: string text }] } ? text : description,
            Example = Example(example, value),
            IsDeprecated = all.Any(static attribute => attribute.AttributeClass.Is(KnownTypes.ObsoleteAttribute)),
            Keywords = all
                .SelectMany(attribute => Keywords(attribute, value, shape, shapes))
                .Where(static keyword => keyword.Json is not null)
                .GroupBy(static keyword => keyword.Name, StringComparer.Ordinal)
                .Select(static group => new JsonKeyword(group.Key, group.First().Json!))
                .ToEquatableArray(),
        };
    }

    /// <summary>What is said of a type.</summary>
    public static JsonAnnotations OfType(INamedTypeSymbol type, JsonReference reference, ParseContext context)
    {
        var documentation = DocumentationComment.Of(type, context.CancellationToken);
        return Parse(type.GetAttributes(), reference, context.Shapes, documentation.Summary, documentation.Example);
    }

    /// <summary>What is said of a member.</summary>
    public static JsonAnnotations OfMember(ISymbol member, JsonShape shape, ParseContext context)
    {
        var documentation = DocumentationComment.Of(member, context.CancellationToken);
        return Parse(MemberAttributes.Of(member), shape, context.Shapes, documentation.Summary, documentation.Example);
    }

    /// <summary>
    /// Returns the text of an <c>&lt;example&gt;</c> as JSON: unchanged if it is JSON of the right kind, otherwise as a string.
    /// </summary>
    public static string? Example(string? text, JsonShape? shape)
    {
        if (text is null)
        {
            return null;
        }

        var isText = shape is JsonBuiltIn { Type: var type } && !BuiltInTypes.IsNumber(type) && type != BuiltInType.Boolean;
        return JsonTextReader.Normalize(text) is { } json && (!isText || json[0] == '"') ? json : JsonStrings.Quote(text);
    }

    private static IEnumerable<(string Name, string? Json)> Keywords(AttributeData attribute, JsonShape value, JsonShape shape, JsonShapeRegistry shapes) =>
        attribute.AttributeClass.Is(KnownTypes.DefaultValueAttribute) ? Default(attribute, value, shapes)
        : attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() == Validation ? OfValidation(attribute, value, shape, shapes)
        : [];

    private static IEnumerable<(string Name, string? Json)> OfValidation(AttributeData attribute, JsonShape value, JsonShape shape, JsonShapeRegistry shapes)
    {
        var isString = value is JsonBuiltIn { Type: BuiltInType.String };
        var (least, most) = value switch
        {
            JsonBuiltIn { Type: BuiltInType.String } => ("minLength", "maxLength"),
            JsonCollection => ("minItems", "maxItems"),
            JsonDictionary => ("minProperties", "maxProperties"),
            _ => default,
        };
        return (attribute.AttributeClass!.Name, attribute.ConstructorArguments) switch
        {
            ("RangeAttribute", _) when value is JsonBuiltIn { Type: var type } && BuiltInTypes.IsNumber(type) => Range(attribute),
            ("MinLengthAttribute", [{ Value: int length }]) when least is not null => [(least, JsonNumbers.Of(length))],
            ("MaxLengthAttribute", [{ Value: int and >= 0 and var length }]) when most is not null => [(most, JsonNumbers.Of(length))],
            ("LengthAttribute", [{ Value: int from }, { Value: int to }]) when least is not null => [(least, JsonNumbers.Of(from)), (most!, JsonNumbers.Of(to))],
            ("StringLengthAttribute", [{ Value: int length }]) when isString =>
                [("minLength", MinimumLength(attribute)), ("maxLength", JsonNumbers.Of(length))],
            ("RegularExpressionAttribute", [{ Value: string pattern }]) when isString && EcmaPattern.Is(pattern) => [("pattern", JsonStrings.Quote(pattern))],
            ("UrlAttribute", _) when isString => [("format", "\"uri\"")],
            ("EmailAddressAttribute", _) when isString => [("format", "\"email\"")],
            ("Base64StringAttribute", _) when isString => [("format", "\"byte\"")],
            ("AllowedValuesAttribute", [{ Kind: TypedConstantKind.Array } values]) => AllowedValues(values, value, shape, shapes),
            _ => [],
        };
    }

    private static IEnumerable<(string Name, string? Json)> Range(AttributeData attribute)
    {
        var limits = attribute.ConstructorArguments.Where(static argument => argument.Kind == TypedConstantKind.Primitive)
            .Select(static argument => argument.Value is string text ? JsonNumbers.Parse(text) : JsonNumbers.Of(argument.Value))
            .ToList();
        return limits is [var minimum, var maximum]
            ?
            [
                (attribute.NamedBool("MinimumIsExclusive") == true ? "exclusiveMinimum" : "minimum", minimum),
                (attribute.NamedBool("MaximumIsExclusive") == true ? "exclusiveMaximum" : "maximum", maximum),
            ]
            : [];
    }

    private static string? MinimumLength(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "MinimumLength").Value.Value is int and > 0 and var length
            ? JsonNumbers.Of(length)
            : null;

    private static IEnumerable<(string Name, string? Json)> Default(AttributeData attribute, JsonShape shape, JsonShapeRegistry shapes) =>
        attribute.ConstructorArguments switch
        {
            [{ Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } value] => [("default", ConstantJson.Of(value.Value, value.Type, shape, shapes))],
            [{ Kind: TypedConstantKind.Type }, { Value: string text }] => [("default", ConstantJson.OfText(text, shape))],
            _ => [],
        };

    // Null is a separate value: a type that does not allow it says so by not being nullable.
    private static IEnumerable<(string Name, string? Json)> AllowedValues(TypedConstant values, JsonShape value, JsonShape shape, JsonShapeRegistry shapes)
    {
        var allowed = values.Values.Select(constant => ConstantJson.Of(constant.Value, constant.Type, value, shapes)).ToList();
        if (allowed.Contains(null))
        {
            return [];
        }

        if (shape is JsonNullable && !allowed.Contains("null"))
        {
            allowed.Add("null");
        }

        return [("enum", $"[{string.Join(", ", allowed)}]")];
    }
}
