using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Reads the type of the items of a stream.</summary>
internal static class ItemParser
{
    // A type that is harmless as a member may be a mistake as an item: every item would be written as nothing, or only as its base type.
    public static JsonShape? Parse(ITypeSymbol item, ParseContext context, ShapeFault fault)
    {
        if (item.SpecialType == SpecialType.System_Object)
        {
            fault.Set(item.Message(), item.Message(), "the type of an item must be known at compile time, so name the type");
            return null;
        }

        var shape = JsonShapeParser.ParseRoot(item, context, fault);
        if (item is INamedTypeSymbol { IsAbstract: true } type && !JsonPolymorphismParser.IsPolymorphic(type)
            && shape is JsonReference or JsonNullable { Value: JsonReference })
        {
            fault.SetNoVariant(item.Message(), type.Message());
        }

        return shape;
    }
}
