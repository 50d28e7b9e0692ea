using System.Text.Json.Nodes;
using Jero.Client.Tool.Model;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>Reads schemas as shapes, and declares the types that they name.</summary>
internal sealed class SchemaParser
{
    private readonly Dictionary<string, Shape> _shapes = [];
    private readonly HashSet<string> _open = [];
    private readonly ObjectParser _objects;
    private readonly UnionParser _unions;

    public SchemaParser(OpenApiDocument document, SchemaUses uses, TypeRegistry types, Findings findings, IReadOnlyDictionary<string, string> existing)
    {
        Document = document;
        Uses = uses;
        Types = types;
        Findings = findings;
        Existing = existing;
        _objects = new ObjectParser(this);
        _unions = new UnionParser(this, _objects);
    }

    public OpenApiDocument Document { get; }

    public SchemaUses Uses { get; }

    public TypeRegistry Types { get; }

    public Findings Findings { get; }

    public IReadOnlyDictionary<string, string> Existing { get; }

    /// <summary>The shape of a schema.</summary>
    /// <param name="schema">Null describes nothing, and so anything.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="name">What a type that it declares is called, unless it is a component.</param>
    public Shape Parse(IOpenApiSchema? schema, Pointer pointer, string name)
    {
        if (schema is not OpenApiSchemaReference reference)
        {
            return schema is null ? new AnyShape() : ParseOnce(schema, pointer, name);
        }

        var (target, place, component) = Resolve(reference, pointer);
        if (target is null)
        {
            return new AnyShape();
        }

        if (component is not null && Existing.ContainsKey(component))
        {
            return new NamedShape(component);
        }

        return ParseOnce(target, place, component ?? name);
    }

    /// <summary>As <see cref="Parse"/>, where a member has no attributes of its own.</summary>
    public Shape ParseItem(IOpenApiSchema? schema, Pointer pointer, string name) => Parse(schema, pointer, name) switch
    {
        ScalarShape { Kind: Scalar.IsoDuration } => new ScalarShape(Scalar.Text),
        NullableShape { Inner: ScalarShape { Kind: Scalar.IsoDuration } } => new NullableShape(new ScalarShape(Scalar.Text)),
        var shape => shape,
    };

    /// <summary>What a reference leads to, the place of that, and the name where it is a component.</summary>
    public (OpenApiSchema? Target, Pointer Pointer, string? Component) Resolve(IOpenApiSchema schema, Pointer pointer)
    {
        if (schema is not OpenApiSchemaReference reference)
        {
            return ((OpenApiSchema)schema, pointer, null);
        }

        // One component may be nothing but a reference to the next.
        var seen = new HashSet<string>();
        IOpenApiSchema? target = reference;
        var component = default(string);
        var place = pointer;
        while (target is OpenApiSchemaReference next)
        {
            var text = next.Reference.ReferenceV3 ?? "";
            if (!seen.Add(text))
            {
                target = null;
                break;
            }

            component = SchemaUses.ComponentOf(text);
            place = new Pointer(text);
            target = component is not null && Document.Components?.Schemas?.TryGetValue(component, out var found) == true ? found : next.Target;
        }

        if (target is OpenApiSchema resolved)
        {
            return (resolved, place, component);
        }

        Findings.Warn(pointer, $"'{reference.Reference.ReferenceV3}' leads to nothing; the client takes any JSON there.");
        return (null, place, null);
    }

    /// <summary>Declares a type; the shape is known before its members are read, since they may lead back to it.</summary>
    public Shape Declare(OpenApiSchema schema, Pointer pointer, string name, Func<string, TypeDefinition> parse)
    {
        var unique = Types.NewName(name);
        var shape = Nullable(schema, new NamedShape(unique));
        _shapes[pointer.Text] = shape;
        Types.Set(parse(unique) with { Description = schema.Description, IsDeprecated = schema.Deprecated });
        return shape;
    }

    private Shape ParseOnce(IOpenApiSchema schema, Pointer pointer, string name)
    {
        if (_shapes.TryGetValue(pointer.Text, out var known))
        {
            return known;
        }

        if (!_open.Add(pointer.Text))
        {
            Findings.Warn(pointer, "The schema contains itself without an object in between; the client takes any JSON there.");
            return new AnyShape();
        }

        var shape = ParseNew((OpenApiSchema)schema, pointer, name);
        _open.Remove(pointer.Text);
        return _shapes[pointer.Text] = shape;
    }

    private Shape ParseNew(OpenApiSchema schema, Pointer pointer, string name)
    {
        if (Texts(schema) is { } texts)
        {
            return ParseTexts(schema, pointer, name, texts);
        }

        if (schema.Const is { } constant && (schema.Type is null || schema.Type.Value.HasFlag(JsonSchemaType.String)))
        {
            return new ConstantShape(constant);
        }

        if (_unions.IsUnion(schema, pointer))
        {
            return Nullable(schema, _unions.Parse(schema, pointer, name));
        }

        // Another name for one schema, unless it is an heir of a base: that one is a type.
        if (schema.AllOf is { Count: 1 } && schema.Properties is not { Count: > 0 } && !(schema.AllOf[0].IsUnionBase() && SchemaUses.ComponentOf(pointer.Text) is not null))
        {
            return Nullable(schema, Parse(schema.AllOf[0], pointer["allOf"][0], name));
        }

        if (schema.AllOf is { Count: > 0 } || schema.Properties is { Count: > 0 })
        {
            return Declare(schema, pointer, name, type => _objects.Parse(type, [(schema, pointer)], union: null, discriminator: null));
        }

        return Nullable(schema, ParsePlain(schema, pointer, name));
    }

    private Shape ParsePlain(OpenApiSchema schema, Pointer pointer, string name)
    {
        if (ScalarParser.Parse(schema) is { } scalar)
        {
            return scalar;
        }

        switch (schema.Type & ~JsonSchemaType.Null)
        {
            case JsonSchemaType.Array:
                return new ListShape(ParseItem(schema.Items, pointer["items"], $"{Names.Pascal(name)}Item"));
            case JsonSchemaType.Object:
            case null when schema.AdditionalProperties is not null:
                return new MapShape(ParseItem(schema.AdditionalProperties, pointer["additionalProperties"], $"{Names.Pascal(name)}Value"));
            case null or 0:
                return new AnyShape();
            default:
                Findings.Warn(pointer, "A value of several types is handed on as it is.");
                return new AnyShape();
        }
    }

    private Shape ParseTexts(OpenApiSchema schema, Pointer pointer, string name, List<string> texts)
    {
        if (texts.Count == 1)
        {
            return Nullable(schema, new ConstantShape(texts[0]));
        }

        return Declare(schema, pointer, name, type =>
        {
            var taken = new HashSet<string>();
            return new EnumType(type) { Members = [.. texts.Select(text => new EnumMember(text, Names.Unique(Names.Pascal(text), taken)))] };
        });
    }

    // The strings of an enum; null if it has other values, or is none. Null among them makes it nullable, which its type says as well.
    private static List<string>? Texts(OpenApiSchema schema)
    {
        if (schema.Enum is not { Count: > 0 } values)
        {
            return null;
        }

        var texts = values.Where(static value => !IsNull(value))
            .Select(static value => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null)
            .ToList();
        return texts.Count > 0 && texts.TrueForAll(static text => text is not null) ? [.. texts.OfType<string>().Distinct()] : null;
    }

    private static bool IsNull(JsonNode? value) => value is null || value.IsJsonNullSentinel();

    private static Shape Nullable(OpenApiSchema schema, Shape shape) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.Enum?.Any(IsNull) == true ? shape.OrNull() : shape;
}
