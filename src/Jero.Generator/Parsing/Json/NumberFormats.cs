using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides how <c>JsonNumberHandling</c> changes what is written.</summary>
internal static class NumberFormats
{
    private const int WriteAsString = 2;
    private const int AllowNamedFloatingPointLiterals = 4;

    /// <summary>Whether a built-in type is written in another form than its own.</summary>
    public static bool IsForeign(BuiltInType type, int handling) =>
        (BuiltInTypes.IsNumber(type) && (handling & WriteAsString) != 0)
        || (BuiltInTypes.IsFloatingPoint(type) && (handling & AllowNamedFloatingPointLiterals) != 0);

    /// <summary>Whether a value of that shape, or one inside it, is written in another form.</summary>
    public static bool IsForeign(JsonShape shape, int handling) => shape switch
    {
        JsonBuiltIn builtIn => IsForeign(builtIn.Type, handling),
        JsonForeign { Converter: null, SchemaType: not null } => true,
        JsonForeign { Converter: null, TypeName.IsObject: true } => (handling & (WriteAsString | AllowNamedFloatingPointLiterals)) != 0,
        JsonNullable nullable => IsForeign(nullable.Value, handling),
        JsonCollection collection => IsForeign(collection.Item, handling),
        JsonDictionary dictionary => IsForeign(dictionary.Value, handling),
        _ => false,
    };

    public static string? SchemaType(BuiltInType type, int handling) =>
        (handling & WriteAsString) != 0 || !BuiltInTypes.IsFloatingPoint(type) ? "string" : null;

    /// <summary>Returns the items of a collection. If its type writes them in another form, no schema can say more about them.</summary>
    public static JsonShape Untyped(JsonShape item, ITypeSymbol collection) =>
        Of(collection) is { } handling && IsForeign(item, handling) ? Untyped(item) : item;

    /// <summary>Returns a number in another form, which has no limits that a schema could state.</summary>
    public static JsonForeign Untyped(JsonShape shape) =>
        new() { TypeName = shape.TypeName, IsValueType = false, Converter = null, SchemaType = null };

    /// <summary>
    /// Returns whether it is the value of an object, which the serializer writes only under the number handling of the member around it.
    /// </summary>
    public static bool IsOfObject(JsonProperty property) => property is
    {
        Format: { IsForeign: true, NumberHandling: not null },
        Shape: JsonForeign { TypeName.IsObject: true } or JsonNullable { Value: JsonForeign { TypeName.IsObject: true } },
    };

    /// <summary>The bits of <c>[JsonNumberHandling]</c> on a type or member; null if there is none.</summary>
    public static int? Of(ISymbol symbol) =>
        symbol.Attribute(KnownTypes.JsonNumberHandlingAttribute) is { ConstructorArguments: [{ Value: int bits }] } ? bits : null;
}
