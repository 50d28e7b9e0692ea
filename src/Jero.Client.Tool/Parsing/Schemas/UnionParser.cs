using Jero.Client.Tool.Model;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>Reads <c>oneOf</c>, <c>anyOf</c>, and bases whose heirs name them by <c>allOf</c>.</summary>
internal sealed class UnionParser(SchemaParser schemas, ObjectParser objects)
{
    private sealed record Choice(IOpenApiSchema Schema, OpenApiSchema Target, Pointer Pointer, string? Component);

    public bool IsUnion(OpenApiSchema schema, Pointer pointer) =>
        schema.Choices().Schemas.Any(static choice => choice is OpenApiSchemaReference || !IsCondition(choice))
        || (schema.IsUnionBase() && SchemaUses.ComponentOf(pointer.Text) is { } component && schemas.Uses.HeirsOf(component).Count > 0);

    public Shape Parse(OpenApiSchema schema, Pointer pointer, string name)
    {
        var (keyword, listed) = schema.Choices();
        var all = listed.Count > 0
            ? [.. listed.Select((choice, i) => (Schema: choice, Pointer: pointer[keyword][i]))]
            : HeirsOf(SchemaUses.ComponentOf(pointer.Text)!);
        var some = all.Where(static choice => !choice.Schema.IsNull()).ToList();
        var shape = some.Count == 1 ? schemas.Parse(some[0].Schema, some[0].Pointer, name) : ParseSeveral(schema, some, pointer, name);
        return some.Count < all.Count ? shape.OrNull() : shape;
    }

    private List<(IOpenApiSchema Schema, Pointer Pointer)> HeirsOf(string component) =>
        [.. schemas.Uses.HeirsOf(component).Select(heir => ((IOpenApiSchema)new OpenApiSchemaReference(heir, schemas.Document), new Pointer($"#/components/schemas/{heir}")))];

    private Shape ParseSeveral(OpenApiSchema schema, List<(IOpenApiSchema Schema, Pointer Pointer)> all, Pointer pointer, string name)
    {
        var choices = new List<Choice>();
        foreach (var (choice, place) in all)
        {
            var (target, at, component) = schemas.Resolve(choice, place);
            if (target is not null)
            {
                choices.Add(new Choice(choice, target, at, component));
            }
        }

        if (choices.TrueForAll(IsObject) && (schema.Discriminator?.PropertyName ?? Discriminator(choices)) is { } discriminator)
        {
            return schemas.Declare(schema, pointer, name, type => Declare(type, schema, pointer, choices, discriminator));
        }

        var shapes = choices.Select((choice, i) => schemas.ParseItem(choice.Schema, choice.Pointer, $"{Names.Pascal(name)}{i + 1}")).Distinct().ToList();
        if (shapes.Count == 1)
        {
            return shapes[0];
        }

        if (shapes.TrueForAll(static shape => shape is ConstantShape or ScalarShape { Kind: >= Scalar.Text }))
        {
            return new ScalarShape(Scalar.Text);
        }

        schemas.Findings.Warn(pointer, "Nothing tells the choices apart: C# gets them as a JsonElement. A discriminator, or a member with another 'const' in each, would.");
        return new ChoiceShape(shapes);
    }

    private UnionType Declare(string type, OpenApiSchema schema, Pointer pointer, List<Choice> choices, string discriminator)
    {
        var hasNumbers = choices.TrueForAll(choice => Member(choice, discriminator)?.Type?.HasFlag(JsonSchemaType.Integer) == true);
        var variants = new List<Variant>();
        var tags = new HashSet<string>();
        foreach (var choice in choices)
        {
            foreach (var tag in TagsOf(schema, choice, discriminator).Where(tags.Add))
            {
                variants.Add(new Variant(tag, DeclareVariant(type, schema, pointer, choice, discriminator, tag)));
            }
        }

        return new UnionType(type, discriminator) { Variants = variants, HasNumbers = hasNumbers };
    }

    // A component that is nothing but this variant has its own name; else the variant is named after the union.
    private string DeclareVariant(string union, OpenApiSchema schema, Pointer pointer, Choice choice, string discriminator, string tag)
    {
        var own = choice.Component is { } component && schemas.Uses.IsOnlyVariant(component);
        var words = choice.Component ?? tag;
        var name = own || Names.Pascal(words).StartsWith(union, StringComparison.Ordinal) ? words : $"{union}-{words}";
        IReadOnlyList<(OpenApiSchema, Pointer)> wholes = schema.Properties is { Count: > 0 } ? [(schema, pointer), (choice.Target, choice.Pointer)] : [(choice.Target, choice.Pointer)];
        var unique = schemas.Types.NewName(name);
        schemas.Types.Set(objects.Parse(unique, wholes, union, discriminator) with { Description = choice.Target.Description, IsDeprecated = choice.Target.Deprecated });
        return unique;
    }

    // By the mapping; else by its own constant; else by its name, as the specification has it.
    private List<string> TagsOf(OpenApiSchema schema, Choice choice, string discriminator)
    {
        var mapped = (schema.Discriminator?.Mapping ?? Enumerable.Empty<KeyValuePair<string, OpenApiSchemaReference>>())
            .Where(pair => choice.Component is { } component && (SchemaUses.ComponentOf(pair.Value.Reference.ReferenceV3) ?? pair.Value.Reference.Id) == component)
            .Select(static pair => pair.Key)
            .ToList();
        return mapped.Count > 0 ? mapped : [Member(choice, discriminator)?.ConstantText() ?? choice.Component ?? "variant"];
    }

    // The member that has another constant in each of them.
    private string? Discriminator(List<Choice> choices) => choices.Count < 2
        ? null
        : (choices[0].Target.Properties?.Keys ?? Enumerable.Empty<string>()).FirstOrDefault(name =>
            choices.Select(choice => Member(choice, name)?.ConstantText()).ToHashSet() is { } texts && texts.Count == choices.Count && !texts.Contains(null));

    private IOpenApiSchema? Member(Choice choice, string name) => Members(choice.Target, choice.Pointer, name).LastOrDefault();

    private IEnumerable<IOpenApiSchema> Members(OpenApiSchema schema, Pointer pointer, string name)
    {
        foreach (var part in schema.AllOf ?? Enumerable.Empty<IOpenApiSchema>())
        {
            if (schemas.Resolve(part, pointer) is ({ } target, var place, _) && target != schema)
            {
                foreach (var member in Members(target, place, name))
                {
                    yield return member;
                }
            }
        }

        if (schema.Properties?.TryGetValue(name, out var own) == true)
        {
            yield return own;
        }
    }

    private static bool IsObject(Choice choice) =>
        choice.Target.Choices().Schemas.Count == 0
        && (choice.Target.Properties is { Count: > 0 } || choice.Target.AllOf is { Count: > 0 } || choice.Target.Type == JsonSchemaType.Object);

    // One that only says what must be there beside what.
    private static bool IsCondition(IOpenApiSchema choice) =>
        choice is { Type: null, Properties: not { Count: > 0 }, AllOf: not { Count: > 0 }, OneOf: not { Count: > 0 }, AnyOf: not { Count: > 0 }, Enum: not { Count: > 0 }, Const: null };
}
