using System.Runtime.CompilerServices;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Finds the JSON shape of a type. An unknown type is a fault that names the path to it, and never wrong output.</summary>
internal static class JsonShapeParser
{
    private const int LongestPath = 120;

    /// <summary>The shape of a type at a place in the model; null if a fault was found.</summary>
    /// <param name="type">The type, with its annotation.</param>
    /// <param name="path">The way to it, for the message.</param>
    /// <param name="context">Takes up the definitions that are found.</param>
    /// <param name="fault">Takes the first fault.</param>
    public static JsonShape? Parse(ITypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Reachable.IsUnfinished(type))
        {
            fault.SetUnfinished();
            return null;
        }

        type = ObliviousTypes.Decide(type, context.Compilation);
        if (TypeGrowth.IsFound(type))
        {
            return Refuse(type.OriginalDefinition, path.Length > LongestPath ? path.Substring(0, LongestPath) + "..." : path, "its type arguments grow without end, so use a type argument that does not grow", fault);
        }

        if (type is not IArrayTypeSymbol && context.Reachable.ReasonAgainst(type) is { } unreachable)
        {
            return Refuse(type, path, unreachable, fault);
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return ParseNullable(nullable, path, context, fault);
        }

        var shape = ParseValue(type, path, context, fault);
        return shape is null || type.IsValueType || type.NullableAnnotation == NullableAnnotation.NotAnnotated
            ? shape
            : new JsonNullable { TypeName = shape.TypeName, Value = shape, IsValueType = false };
    }

    /// <summary>
    /// The shape of a whole item or body. The user's own context may write what Jero cannot; such a type is described as anything.
    /// </summary>
    public static JsonShape? ParseRoot(ITypeSymbol type, ParseContext context, ShapeFault fault) =>
        context.JsonContext is not null && !CanParse(type, context) && context.Reachable.ReasonAgainst(type) is null
            ? Foreign(type, schemaType: null)
            : ParseWhole(type, type.Message(), context, fault);

    /// <summary>Returns the shape of a type that is not part of another. If there is a fault, nothing of it is kept.</summary>
    public static JsonShape? ParseWhole(ITypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        var count = context.Shapes.Count;
        JsonShape? shape = null;
        try
        {
            shape = Parse(type, path, context, fault);
        }
        catch (InsufficientExecutionStackException)
        {
            fault.Set(path, type.Message(), "its types are nested too deeply, so use fewer levels");
        }

        if (shape is null)
        {
            context.Shapes.DropSince(count);
        }

        return shape;
    }

    private static bool CanParse(ITypeSymbol type, ParseContext context)
    {
        var trial = new ShapeFault();
        _ = ParseWhole(type, type.Message(), context.Trial(), trial);
        return !trial.Found;
    }

    /// <summary>
    /// Returns the shape of a value of the route, the query, a header or a form: an enum by its names, and text if the type has no JSON
    /// form of its own.
    /// </summary>
    public static JsonShape ParseText(ITypeSymbol type, ParseContext context) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? EnumNamesParser.Parse(named, context) : ParseParameter(type);

    /// <summary>The shape of a text in its own form.</summary>
    private static JsonBuiltIn ParseParameter(ITypeSymbol type) => new JsonBuiltIn
    {
        TypeName = type.ToBareName(),
        Type = BuiltInTypes.Find(type) ?? BuiltInType.String,
    };

    private static JsonNullable? ParseNullable(INamedTypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        if (ParseValue(type.TypeArguments[0], path, context, fault) is not { } value)
        {
            return null;
        }

        var shape = new JsonNullable { TypeName = type.ToBareName(), Value = value, IsValueType = true };
        context.Shapes.AddConstructed(shape.TypeName, shape);
        return shape;
    }

    private static JsonShape? ParseValue(ITypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        if (ConverterParser.ReasonAgainst(type, context) is { } objection)
        {
            return Refuse(type, path, objection, fault);
        }

        if (ConverterParser.OfType(type) is { } converter && !ConverterParser.IsForEnum(type, converter))
        {
            return ParseConverted((INamedTypeSymbol)type, converter, path, context, fault);
        }

        if (BuiltInTypes.Find(type) is { } builtIn)
        {
            var shape = new JsonBuiltIn { TypeName = type.ToBareName(), Type = builtIn };
            context.Shapes.AddConstructed(shape.TypeName, shape);
            return NumberFormats.IsForeign(builtIn, context.JsonOptions.NumberHandling)
                ? Foreign(type, NumberFormats.SchemaType(builtIn, context.JsonOptions.NumberHandling))
                : shape;
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            context.Shapes.AddUnknown();
            return Foreign(type, schemaType: null);
        }

        if (type.ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes")
        {
            context.Shapes.AddUnknown();
            return type.Name switch
            {
                "JsonElement" or "JsonDocument" or "JsonNode" or "JsonValue" => Foreign(type, schemaType: null),
                "JsonObject" => Foreign(type, "object"),
                "JsonArray" => Foreign(type, "array"),
                _ => Refuse(type, path, "it has no JSON form, so use JsonElement or JsonNode", fault),
            };
        }

        if (JsonTypeRules.ReasonAgainst(type) is { } reason)
        {
            return Refuse(type, path, reason, fault);
        }

        return DictionaryTypes.Find(type) is { } dictionary ? ParseDictionary(type, dictionary, path, context, fault)
            : CollectionTypes.Find(type) is { } collection ? ParseCollection(type, collection, path, context, fault)
            : JsonTypeRules.ReasonAgainstObject(type) is { } noObject ? Refuse(type, path, noObject, fault)
            : JsonDefinitionParser.Parse((INamedTypeSymbol)type, path, context, fault);
    }

    private static JsonForeign? ParseConverted(INamedTypeSymbol type, JsonConverterUse converter, string path, ParseContext context, ShapeFault fault)
    {
        if (JsonObjectRules.FindOfValue(type, "a converter writes") is { } contradiction)
        {
            fault.SetContradiction(path, contradiction);
            return null;
        }

        var shape = new JsonForeign
        {
            TypeName = type.ToBareName(),
            IsValueType = type.IsValueType,
            Converter = converter,
            SchemaType = null,
            IsAsked = ConverterParser.IsAsked(type),
        };
        context.Shapes.AddConstructed(shape.TypeName, shape);
        ConvertedParts.Add(type, path, context);
        return shape;
    }

    private static JsonForeign Foreign(ITypeSymbol type, string? schemaType) =>
        new() { TypeName = type.ToBareName(), IsValueType = type.IsValueType, Converter = null, SchemaType = schemaType };

    private static JsonShape? ParseCollection(
        ITypeSymbol type, (CollectionKind Kind, ITypeSymbol Item, CollectionCreator? Creator) found, string path, ParseContext context, ShapeFault fault)
    {
        if (found.Creator is not null)
        {
            context.Reachable.CollectConstruction((INamedTypeSymbol)type);
        }

        if (type is INamedTypeSymbol named && JsonObjectRules.FindOfValue(named, "is written as an array") is { } contradiction)
        {
            fault.SetContradiction(path, contradiction);
            return null;
        }

        if (!context.Shapes.TryOpen(type.ToBareName().ToString()))
        {
            // A collection of itself. System.Text.Json finds its end at run time.
            return Foreign(type, "array");
        }

        var parsed = Parse(found.Item, path + "[]", context, fault);
        context.Shapes.Close(type.ToBareName().ToString());
        if (parsed is not { } item)
        {
            return null;
        }

        var shape = new JsonCollection
        {
            TypeName = type.ToBareName(),
            Kind = found.Kind,
            Item = NumberFormats.Untyped(item, type),
            Creator = found.Creator,
            HasNull = found.Kind is CollectionKind.Memory or CollectionKind.ReadOnlyMemory ? null : Nullability.OfItem(found.Item),
            IsValueType = type.IsValueType,
            NumberHandling = NumberFormats.Of(type),
            IsForeign = NumberFormats.Of(type) is not null || Callbacks.HasForWriting(type),
            IsReadable = CollectionTypes.IsReadable(type, found.Kind, found.Item, found.Creator, context.Symbols),
        };
        context.Shapes.AddConstructed(shape.TypeName, shape);
        return shape;
    }

    private static JsonShape? ParseDictionary(
        ITypeSymbol type, (DictionaryKind Kind, ITypeSymbol Key, ITypeSymbol Value, CollectionCreator? Creator) found, string path, ParseContext context, ShapeFault fault)
    {
        if (found.Creator is not null)
        {
            context.Reachable.CollectConstruction((INamedTypeSymbol)type);
        }

        if (JsonObjectRules.FindOfValue((INamedTypeSymbol)type, "is written entry by entry") is { } contradiction)
        {
            fault.SetContradiction(path, contradiction);
            return null;
        }

        if (!context.Shapes.TryOpen(type.ToBareName().ToString()))
        {
            return Foreign(type, "object");
        }

        // A key is text, whatever the number handling says.
        var isEnum = found.Key.TypeKind == TypeKind.Enum;
        var key = ConverterParser.ReasonAgainstKey(found.Key) is { } reason ? Refuse(found.Key, path + ".Keys[]", reason, fault)
            : isEnum || ConverterParser.OfType(found.Key) is not null ? Parse(found.Key, path + ".Keys[]", context, fault)
            : BuiltInTypes.Find(found.Key) is { } builtIn && BuiltInTypes.IsKey(builtIn) ? ParseParameter(found.Key)
            : Refuse(found.Key, path + ".Keys[]", "a key must be text, a number, a date, a Guid or an enum", fault);
        if (key is JsonBuiltIn)
        {
            context.Shapes.AddConstructed(key.TypeName, key);
        }

        var parsed = key is null ? null : Parse(found.Value, path + "[]", context, fault);
        context.Shapes.Close(type.ToBareName().ToString());
        if (key is null || parsed is not { } value)
        {
            return null;
        }

        var shape = new JsonDictionary
        {
            TypeName = type.ToBareName(),
            Kind = found.Kind,
            Key = key,
            Value = NumberFormats.Untyped(value, type),
            Creator = found.Creator,
            HasNull = Nullability.OfItem(found.Value),
            HasForeignKeys = context.JsonOptions.DictionaryKeyPolicy != NamingPolicy.Unspecified || key is JsonForeign
                || (isEnum && JsonEnumParser.HasNamedMembers(found.Key)),
            NumberHandling = NumberFormats.Of(type),
            IsForeign = NumberFormats.Of(type) is not null || Callbacks.HasForWriting(type),
            IsReadable = DictionaryTypes.IsReadable(type, found.Kind, found.Key, found.Value, found.Creator, context.Symbols),
        };
        context.Shapes.AddConstructed(shape.TypeName, shape);
        return shape;
    }

    private static JsonShape? Refuse(ITypeSymbol type, string path, string reason, ShapeFault fault)
    {
        fault.Set(path, type.Message(), reason);
        return null;
    }
}
