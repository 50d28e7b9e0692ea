using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads objects and enums: the types that are defined once and referred to by name.</summary>
internal static class JsonDefinitionParser
{
    public static JsonReference? Parse(INamedTypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        var reference = new JsonReference(JsonNames.Definition(type), JsonNames.Component(type)) { TypeName = type.BareCode() };
        if (!context.Shapes.TryBegin(reference.Definition))
        {
            return reference;
        }

        var (outer, open) = (context.Reachable.Open(), context.Shapes.Suspend());
        _ = context.Reachable.ReasonAgainst(type);
        JsonDefinition? definition = type.TypeKind == TypeKind.Enum
            ? JsonEnumParser.Parse(type, reference, path, context, fault)
            : JsonObjectParser.Parse(type, reference, path, context, fault);
        context.Shapes.Restore(open);
        var suppressed = context.Reachable.Close(outer);
        if (definition is null)
        {
            return null;
        }

        context.Shapes.Complete(definition with { Suppressed = suppressed });
        return reference;
    }
}
