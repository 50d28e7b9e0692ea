using System.Diagnostics.CodeAnalysis;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Jero.Headers;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Reads the typed headers of a response from the properties of their class or record.</summary>
internal static class HeaderParser
{
    public static EquatableArray<Header> Parse(ITypeSymbol symbol, ParseContext context, ShapeFault fault)
    {
        if (!HasOwnProperties(symbol, out var type))
        {
            fault.Set(symbol.Message(), symbol.Message(), "headers must be the properties of a class or record of your own");
            return [];
        }

        var headers = new List<Header>();
        foreach (var property in JsonMembers.Of(type, new JsonOptions()).Where(JsonMembers.HasGetter))
        {
            var shape = JsonShapeParser.ParseWhole(JsonMembers.TypeOf(property), $"{type.Message()}.{property.Name}", context, fault);
            if (shape is null)
            {
                return [];
            }

            if (!context.Reachable.CanUse(property is IPropertySymbol { GetMethod: { } getter } ? getter : property))
            {
                fault.Set($"{type.Message()}.{property.Name}", JsonMembers.TypeOf(property).Message(), "generated code cannot read the property, so leave it out with [JsonIgnore] or make it accessible", property.SourceLocation());
                return [];
            }

            var name = NameOf(property);
            if (!HeaderFields.IsName(name))
            {
                fault.SetHeaderName($"{type.Message()}.{property.Name}", name);
                return [];
            }

            if (headers.Find(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } same)
            {
                fault.SetHeader(DiagnosticDescriptors.HeaderClash, property.SourceLocation(), $"{type.Message()}.{same.PropertyName}", $"{type.Message()}.{property.Name}", name);
                return [];
            }

            if (HeaderFields.IsServers(name))
            {
                fault.SetHeader(DiagnosticDescriptors.HeaderOfServer, property.SourceLocation(), $"{type.Message()}.{property.Name}", name);
                return [];
            }

            headers.Add(HeaderOf(property, name, shape, AnnotationParser.OfMember(property, shape, context)));
        }

        return headers.ToEquatableArray();
    }

    private static bool HasOwnProperties(ITypeSymbol symbol, [NotNullWhen(true)] out INamedTypeSymbol? type)
    {
        type = symbol as INamedTypeSymbol;
        return type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None, IsTupleType: false }
            && BuiltInTypes.Find(type) is null && CollectionTypes.Find(type) is null && DictionaryTypes.Find(type) is null;
    }

    // https://spec.openapis.org/registry/format/http-date
    private static Header HeaderOf(ISymbol property, string name, JsonShape shape, JsonAnnotations annotations)
    {
        var isRequired = shape is not JsonNullable;
        var value = shape is JsonNullable nullable ? nullable.Value : shape;
        var (form, type, keyword) = value switch
        {
            JsonBuiltIn { Type: BuiltInType.DateTime or BuiltInType.DateTimeOffset or BuiltInType.DateOnly } when HeaderFields.IsHttpDate(name) =>
                (HeaderForm.HttpDate, "string", new JsonKeyword("format", "\"http-date\"")),
            JsonBuiltIn { Type: BuiltInType.DateTime or BuiltInType.DateTimeOffset or BuiltInType.DateOnly } when HeaderFields.IsStructuredDate(name) =>
                (HeaderForm.StructuredDate, "string", new JsonKeyword("pattern", "\"^@-?[0-9]+$\"")),
            JsonBuiltIn { Type: BuiltInType.TimeSpan } when HeaderFields.IsSeconds(name) =>
                (HeaderForm.Seconds, "integer", new JsonKeyword("minimum", "0")),
            _ => (FormOf(value), (string?)null, (JsonKeyword?)null),
        };
        if (type is not null)
        {
            shape = new JsonForeign { TypeName = value.TypeName, IsValueType = true, Converter = null, SchemaType = type };
            annotations = annotations with { Keywords = new[] { keyword! }.Concat(annotations.Keywords.Where(known => known.Name != keyword!.Name)).ToEquatableArray() };
        }

        return new Header(name, property.Name, form, shape, isRequired) { Annotations = annotations };
    }

    private static string NameOf(ISymbol property) =>
        JsonMembers.OwnNameOf(property)
        ?? property.Attribute(KnownTypes.FromHeaderAttribute)?.NamedString("Name")
        ?? HeaderFields.RegisteredName(property.Name)
        ?? NamingPolicy.KebabCaseLower.Apply(property.Name);

    private static HeaderForm FormOf(JsonShape shape) => shape switch
    {
        JsonBuiltIn { Type: BuiltInType.String or BuiltInType.Boolean or BuiltInType.DateTime or BuiltInType.DateTimeOffset or BuiltInType.DateOnly }
            => HeaderForm.Own,
        JsonBuiltIn { Type: BuiltInType.Uri or BuiltInType.Version } => HeaderForm.Text,
        JsonBuiltIn { Type: not (BuiltInType.Bytes or BuiltInType.ByteMemory) } => HeaderForm.Scalar,
        _ => HeaderForm.Json,
    };
}
