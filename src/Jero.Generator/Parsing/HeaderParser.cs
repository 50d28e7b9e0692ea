using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads the typed headers of a response from the properties of their class or record.</summary>
internal static class HeaderParser
{
    public static EquatableArray<Header> Parse(INamedTypeSymbol type, ParseContext context, ShapeFault fault)
    {
        var headers = new List<Header>();
        foreach (var property in JsonMembers.Of(type, new JsonOptions()))
        {
            var shape = JsonShapeParser.ParseWhole(JsonMembers.TypeOf(property), $"{type.Message()}.{property.Name}", context, fault);
            if (shape is null)
            {
                return [];
            }

            if (!context.Reachable.CanUse(property is IPropertySymbol { GetMethod: { } getter } ? getter : property))
            {
                fault.Set($"{type.Message()}.{property.Name}", JsonMembers.TypeOf(property).Message(), "generated code cannot read the property, leave it out by [JsonIgnore] or make it accessible", property.SourceLocation());
                return [];
            }

            headers.Add(new Header(NameOf(property), SymbolNames.Escaped(property.Name), FormOf(shape), shape, shape is not JsonNullable)
            {
                Annotations = AnnotationParser.OfMember(property, shape, context),
            });
        }

        return headers.ToEquatableArray();
    }

    private static string NameOf(ISymbol property) =>
        JsonMembers.OwnNameOf(property)
        ?? property.Attribute("Microsoft.AspNetCore.Mvc", "FromHeaderAttribute")?.NamedString("Name")
        ?? NamingPolicy.KebabCaseLower.Apply(property.Name);

    private static HeaderForm FormOf(JsonShape shape) => shape switch
    {
        JsonNullable nullable => FormOf(nullable.Value),
        JsonBuiltIn { Type: BuiltInType.String or BuiltInType.Boolean or BuiltInType.DateTime or BuiltInType.DateTimeOffset or BuiltInType.DateOnly }
            => HeaderForm.Own,
        JsonBuiltIn { Type: BuiltInType.Uri or BuiltInType.Version } => HeaderForm.Text,
        JsonBuiltIn { Type: not (BuiltInType.Bytes or BuiltInType.ByteMemory) } => HeaderForm.Scalar,
        _ => HeaderForm.Json,
    };
}
