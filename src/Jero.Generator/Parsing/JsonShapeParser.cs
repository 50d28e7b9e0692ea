using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Finds the JSON shape of a type. A type it does not know is a fault that names the way to it, never wrong output.</summary>
internal static class JsonShapeParser
{
    /// <summary>The shape of a type at a place in the model; null where a fault was found.</summary>
    /// <param name="type">The type, with its annotation.</param>
    /// <param name="path">The way to it, for the message.</param>
    /// <param name="context">Takes up the definitions that are found.</param>
    /// <param name="fault">Takes the first fault.</param>
    public static JsonShape? Parse(ITypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return ParseNullable(nullable, path, context, fault);
        }

        var shape = ParseValue(type, path, context, fault);
        return shape is null || type.IsValueType || type.NullableAnnotation == NullableAnnotation.NotAnnotated
            ? shape
            : new JsonNullable { TypeName = shape.TypeName, Value = shape, IsValueType = false };
    }

    /// <summary>The shape of a route, query or header value: what has no form of its own in JSON is text.</summary>
    public static JsonShape ParseParameter(ITypeSymbol type) => new JsonBuiltIn
    {
        TypeName = type.BareCode(),
        Type = BuiltInTypes.Find(type) ?? BuiltInType.String,
    };

    private static JsonNullable? ParseNullable(INamedTypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        if (ParseValue(type.TypeArguments[0], path, context, fault) is not { } value)
        {
            return null;
        }

        var shape = new JsonNullable { TypeName = type.BareCode(), Value = value, IsValueType = true };
        if (value is not JsonBuiltIn)
        {
            context.Shapes.AddConstructed(shape.TypeName, shape);
        }

        return shape;
    }

    private static JsonShape? ParseValue(ITypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        if (BuiltInTypes.Find(type) is { } builtIn)
        {
            return new JsonBuiltIn { TypeName = type.BareCode(), Type = builtIn };
        }

        if (CollectionOf(type) is var (kind, item) && item is not null)
        {
            return ParseCollection(type, kind, item, path, context, fault);
        }

        if (JsonDefinitionParser.ReasonAgainst(type) is { } reason)
        {
            fault.Set(path, type.Message(), reason);
            return null;
        }

        return JsonDefinitionParser.Parse((INamedTypeSymbol)type, path, context, fault);
    }

    private static JsonCollection? ParseCollection(
        ITypeSymbol type, CollectionKind kind, ITypeSymbol itemType, string path, ParseContext context, ShapeFault fault)
    {
        if (Parse(itemType, path + "[]", context, fault) is not { } item)
        {
            return null;
        }

        var shape = new JsonCollection { TypeName = type.BareCode(), Kind = kind, Item = item };
        context.Shapes.AddConstructed(shape.TypeName, shape);
        return shape;
    }

    private static (CollectionKind Kind, ITypeSymbol? Item) CollectionOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array)
        {
            // A byte array is text in Base64, which is not known yet.
            return array.ElementType.SpecialType == SpecialType.System_Byte ? default : (CollectionKind.Array, array.ElementType);
        }

        if (type is not INamedTypeSymbol { Arity: 1 } named || named.ContainingNamespace?.ToDisplayString() != "System.Collections.Generic")
        {
            return default;
        }

        CollectionKind? kind = named.MetadataName switch
        {
            "List`1" => CollectionKind.List,
            "IList`1" => CollectionKind.ListInterface,
            "IReadOnlyList`1" => CollectionKind.ReadOnlyListInterface,
            "ICollection`1" => CollectionKind.CollectionInterface,
            "IReadOnlyCollection`1" => CollectionKind.ReadOnlyCollectionInterface,
            "IEnumerable`1" => CollectionKind.Enumerable,
            _ => null,
        };
        return kind is { } known ? (known, named.TypeArguments[0]) : default;
    }
}
