using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing.Schemas;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Operations;

/// <summary>Reads what an operation sends.</summary>
internal sealed class BodyParser(SchemaParser schemas)
{
    /// <summary>The body; null if there is none.</summary>
    public RequestBody? Parse(IOpenApiRequestBody? body, Pointer pointer, string operation, HashSet<string> taken)
    {
        if (body?.Content is not { Count: > 0 } content)
        {
            return null;
        }

        var parsed = ParseContent(content, pointer["content"], operation, taken);
        return parsed with
        {
            Identifier = parsed.Kind is BodyKind.Form or BodyKind.Multipart ? "" : Names.Unique(NameOf(parsed), taken),
            IsRequired = body.Required,
            Description = body.Description,
        };
    }

    private RequestBody ParseContent(IDictionary<string, IOpenApiMediaType> content, Pointer pointer, string operation, HashSet<string> taken)
    {
        if (MediaTypes.Items(content) is var (lines, items))
        {
            var shape = items.ItemSchema is null ? new AnyShape() : schemas.ParseItem(items.ItemSchema, pointer[lines]["itemSchema"], operation + "Item");
            return new RequestBody(BodyKind.Items, lines) { Shape = shape };
        }

        if (content.FirstOrDefault(static pair => MediaTypes.IsJson(pair.Key)) is { Key: { } json, Value: var value })
        {
            return new RequestBody(BodyKind.Json, json) { Shape = schemas.ParseItem(value.Schema, pointer[json]["schema"], operation + "Body") };
        }

        foreach (var (type, kind) in new[] { ("multipart/form-data", BodyKind.Multipart), ("application/x-www-form-urlencoded", BodyKind.Form) })
        {
            if (content.TryGetValue(type, out var form) && Fields(form.Schema, pointer[type]["schema"], operation, taken) is { } fields)
            {
                return new RequestBody(kind, type) { Fields = fields };
            }
        }

        var first = content.First().Key;
        return new RequestBody(MediaTypes.IsText(first) ? BodyKind.Text : BodyKind.Bytes, first.Contains('*', StringComparison.Ordinal) ? "application/octet-stream" : first);
    }

    // The fields; null if one is no plain value or file.
    private List<Parameter>? Fields(IOpenApiSchema? schema, Pointer pointer, string operation, HashSet<string> taken)
    {
        if (schema is null || schemas.Resolve(schema, pointer) is not ({ Properties: { Count: > 0 } } target, var place, _))
        {
            schemas.Findings.Warn(pointer, "The form is sent as bytes: it describes no fields.");
            return null;
        }

        var names = new HashSet<string>(taken);
        var fields = new List<Parameter>();
        foreach (var (name, member) in target.Properties)
        {
            var at = place["properties"][name];
            var shape = schemas.Parse(member, at, operation + Names.Pascal(name));
            if (!IsPlain(shape))
            {
                schemas.Findings.Warn(at, $"The form is sent as bytes: its field '{name}' is neither a single value, a file, nor a list of those.");
                return null;
            }

            fields.Add(new Parameter
            {
                Name = name,
                Identifier = Names.Unique(Names.Camel(name), names),
                Place = Place.Form,
                Shape = shape,
                IsRequired = target.Required?.Contains(name) == true,
                IsDeprecated = member.Deprecated,
                Description = member.Description,
            });
        }

        taken.UnionWith(names);
        return [.. fields.OrderBy(static field => field.IsRequired ? 0 : 1)];
    }

    private bool IsPlain(Shape shape) => shape.Value switch
    {
        ScalarShape or ConstantShape => true,
        NamedShape named => schemas.Types.Find(named.Name) is EnumType,
        ListShape list => list.Item is not ListShape && IsPlain(list.Item),
        _ => false,
    };

    private static string NameOf(RequestBody body) => body switch
    {
        { Kind: BodyKind.Items, Shape: NamedShape } or { Kind: BodyKind.Items } => "items",
        { Shape: NamedShape named } => Names.Camel(named.Name),
        _ => "body",
    };
}
