using System.Globalization;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

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
        JsonNullable nullable => IsForeign(nullable.Value, handling),
        JsonCollection collection => IsForeign(collection.Item, handling),
        JsonDictionary dictionary => IsForeign(dictionary.Value, handling),
        _ => false,
    };

    public static string? SchemaType(BuiltInType type, int handling) =>
        (handling & WriteAsString) != 0 || !BuiltInTypes.IsFloatingPoint(type) ? "string" : null;

    /// <summary>The bits of <c>[JsonNumberHandling]</c> on a type or member; null where there is none.</summary>
    public static int? Of(ISymbol symbol) =>
        symbol.Attribute("System.Text.Json.Serialization", "JsonNumberHandlingAttribute") is { ConstructorArguments: [{ Value: int bits }] } ? bits : null;

    public static string Expression(int handling) =>
        $"(global::System.Text.Json.Serialization.JsonNumberHandling)({handling.ToString(CultureInfo.InvariantCulture)})";
}
