using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints the context whose other half System.Text.Json's generator writes.</summary>
internal static class ContextPrinter
{
    private const string Json = "System.Text.Json.Serialization.";

    public static void Print(SourceWriter source, Api api, CSharpOptions options, CSharpTypes types)
    {
        var roots = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var shapes = new Dictionary<string, Shape>();
        foreach (var shape in Roots(api))
        {
            // A nullable reference type has no metadata of its own.
            shapes[types.MetadataOf(shape)] = shape;
            roots[types.MetadataOf(shape)] = types.Of(shape is NullableShape && !types.IsValueType(shape) ? shape.Value : shape);
        }

        if (roots.Count == 0)
        {
            return;
        }

        source.Blank().Write("/// <summary>How the types are read and written, without reflection.</summary>");
        source.Write($"[{types.Names[Json + "JsonSourceGenerationOptions"]}(").Indent();
        source.Write("AllowOutOfOrderMetadataProperties = true,");
        // Without metadata mode it would write null bytes as an empty text.
        source.Write($"GenerationMode = {types.Names[Json + "JsonSourceGenerationMode"]}.Metadata,");
        source.Write($"NumberHandling = {types.Names[Json + "JsonNumberHandling"]}.AllowReadingFromString,");
        source.Write("RespectNullableAnnotations = true)]").Outdent();
        foreach (var (name, type) in roots)
        {
            source.Write($"[{types.Names[Json + "JsonSerializable"]}(typeof({type}){(name == type || IsBuiltIn(shapes[name]) ? "" : $", TypeInfoPropertyName = {CSharpText.Literal(name)}")})]");
        }

        source.Write($"internal sealed partial class {options.Class}Json : {types.Names[Json + "JsonSerializerContext"]};");
    }

    // The name is System.Text.Json's own.
    private static bool IsBuiltIn(Shape shape) => shape.Value is ScalarShape or ConstantShape or AnyShape or ChoiceShape;

    private static IEnumerable<Shape> Roots(Api api)
    {
        foreach (var operation in api.Operations)
        {
            if (operation.Body?.Shape is { } body)
            {
                yield return operation.Body is { IsRequired: false, Kind: BodyKind.Json } ? body.Value : body;
            }

            if (operation.Answer is { Shape: { } shape, Kind: not AnswerKind.NamedEvents })
            {
                yield return shape;
            }
        }

        foreach (var data in api.Types.OfType<EventUnion>().SelectMany(static union => union.Events).Select(static one => one.Data).OfType<Shape>())
        {
            yield return data;
        }

        // Two of them may have the same name in different namespaces.
        foreach (var name in api.Existing.Keys)
        {
            yield return new NamedShape(name);
        }
    }
}
