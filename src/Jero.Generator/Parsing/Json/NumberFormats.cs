using System.Globalization;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>What <c>JsonNumberHandling</c> does to what is written.</summary>
internal static class NumberFormats
{
    private const int WriteAsString = 2;
    private const int AllowNamedFloatingPointLiterals = 4;

    /// <summary>Whether a built-in type is written in another form than its own.</summary>
    public static bool IsForeign(BuiltInType type, int handling) =>
        (BuiltInTypes.IsNumber(type) && (handling & WriteAsString) != 0)
        || (BuiltInTypes.IsFloatingPoint(type) && (handling & AllowNamedFloatingPointLiterals) != 0);

    /// <summary>Whether a value of that shape, or one inside of it, is written in another form.</summary>
    public static bool IsForeign(JsonShape shape, int handling) => shape switch
    {
        JsonBuiltIn builtIn => IsForeign(builtIn.Type, handling),
        JsonForeign { Converter: null, SchemaType: not null } => true,
        JsonForeign { Converter: null, TypeName: "object" } => (handling & (WriteAsString | AllowNamedFloatingPointLiterals)) != 0,
        JsonNullable nullable => IsForeign(nullable.Value, handling),
        JsonCollection collection => IsForeign(collection.Item, handling),
        JsonDictionary dictionary => IsForeign(dictionary.Value, handling),
        _ => false,
    };

    public static string? SchemaType(BuiltInType type, int handling) =>
        (handling & WriteAsString) != 0 || !BuiltInTypes.IsFloatingPoint(type) ? "string" : null;

    /// <summary>Items of a collection: where its type has them written in another form, ones of which no schema can say more.</summary>
    public static JsonShape Untyped(JsonShape item, ITypeSymbol collection) =>
        Of(collection) is { } handling && IsForeign(item, handling) ? Untyped(item) : item;

    /// <summary>A number in another form, which has no limits that a schema could say.</summary>
    public static JsonForeign Untyped(JsonShape shape) =>
        new() { TypeName = shape.TypeName, IsValueType = false, Converter = null, SchemaType = null };

    /// <summary>Whether it is the value of an object, which the serializer writes under the number handling of the member around it alone.</summary>
    public static bool IsOfObject(JsonProperty property) => property is
    {
        Format: { IsForeign: true, NumberHandling: not null },
        Shape: JsonForeign { TypeName: "object" } or JsonNullable { Value: JsonForeign { TypeName: "object" } },
    };

    /// <summary>The bits of <c>[JsonNumberHandling]</c> on a type or member; null where there is none.</summary>
    public static int? Of(ISymbol symbol) =>
        symbol.Attribute("System.Text.Json.Serialization", "JsonNumberHandlingAttribute") is { ConstructorArguments: [{ Value: int bits }] } ? bits : null;

    /// <summary>The expression of the attribute's value; null where there is none.</summary>
    public static string? ExpressionOf(ISymbol symbol) => Of(symbol) is { } handling ? Expression(handling) : null;

    public static string Expression(int handling) =>
        $"(global::System.Text.Json.Serialization.JsonNumberHandling)({handling.ToString(CultureInfo.InvariantCulture)})";
}
