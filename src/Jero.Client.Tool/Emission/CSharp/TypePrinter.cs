using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints the types of a client.</summary>
internal sealed class TypePrinter(SourceWriter source, CSharpTypes types)
{
    private const string Json = "System.Text.Json.Serialization.";

    public void Print(TypeDefinition type)
    {
        if (type.Description is { } description)
        {
            source.Write(CSharpText.Comment("summary", description));
        }

        if (type.IsDeprecated)
        {
            source.Write($"[{types.Names["System.Obsolete"]}]");
        }

        switch (type)
        {
            case ObjectType entity:
                PrintObject(entity);
                break;
            case EnumType names:
                PrintEnum(names);
                break;
            case UnionType union:
                PrintUnion(union);
                break;
            case EventUnion events:
                PrintEvents(events);
                break;
        }
    }

    private void PrintObject(ObjectType entity)
    {
        var head = $"public sealed record {entity.Name}{(entity.Union is { } union ? $" : {union}" : "")}";
        if (entity.Properties.Count == 0 && entity.Rest is null)
        {
            source.Write($"{head};");
            return;
        }

        source.Open(head);
        foreach (var property in entity.Properties)
        {
            source.Blank();
            PrintProperty(property, entity.IsSent);
        }

        if (entity.Rest is not null)
        {
            source.Blank().Write("/// <summary>Members that the document does not name.</summary>");
            source.Write($"[{types.Names[Json + "JsonExtensionData"]}]");
            source.Write($"public {types.Names["System.Collections.Generic.Dictionary"]}<string, {types.Names["System.Text.Json.JsonElement"]}>? {entity.RestIdentifier} {{ get; set; }}");
        }

        source.Close();
    }

    private void PrintProperty(Property property, bool isSent)
    {
        if (property.Description is { } description)
        {
            source.Write(CSharpText.Comment("summary", description));
        }

        if (property.IsDeprecated)
        {
            source.Write($"[{types.Names["System.Obsolete"]}]");
        }

        source.Write($"[{types.Names[Json + "JsonPropertyName"]}({CSharpText.Literal(property.Name)})]");
        if (property.Shape.Value is ScalarShape { Kind: Scalar.IsoDuration })
        {
            source.Write($"[{types.Names[Json + "JsonConverter"]}(typeof({types.Names["Jero.Client.Generated.IsoDurationConverter"]}))]");
        }

        if (!property.IsRequired && isSent)
        {
            var ignore = types.Names[Json + "JsonIgnore"];
            source.Write($"[{ignore}(Condition = {types.Names[Json + "JsonIgnoreCondition"]}.WhenWritingNull)]");
        }

        var type = types.Of(property.Shape);
        var (word, value) = property switch
        {
            { IsRequired: true, Shape: ConstantShape constant } => ("", $" = {CSharpText.Literal(constant.Text)};"),
            { IsRequired: true } => ("required ", ""),
            _ => ("", ""),
        };
        source.Write($"public {word}{type}{(property.IsRequired || type.EndsWith('?') ? "" : "?")} {property.Identifier} {{ get; init; }}{value}");
    }

    private void PrintEnum(EnumType names)
    {
        source.Write($"[{types.Names[Json + "JsonConverter"]}(typeof({types.Names[Json + "JsonStringEnumConverter"]}<{names.Name}>))]");
        source.Open($"public enum {names.Name}");
        foreach (var member in names.Members)
        {
            source.Blank().Write($"/// <summary><c>{CSharpText.Escape(member.Name)}</c></summary>");
            source.Write($"[{types.Names[Json + "JsonStringEnumMemberName"]}({CSharpText.Literal(member.Name)})]").Write($"{member.Identifier},");
        }

        source.Close();
    }

    private void PrintUnion(UnionType union)
    {
        source.Write($"[{types.Names[Json + "JsonPolymorphic"]}(TypeDiscriminatorPropertyName = {CSharpText.Literal(union.Discriminator)})]");
        foreach (var variant in union.Variants)
        {
            var tag = union.HasNumbers ? variant.Tag : CSharpText.Literal(variant.Tag);
            source.Write($"[{types.Names[Json + "JsonDerivedType"]}(typeof({types.OfName(variant.Type)}), {tag})]");
        }

        source.Open($"public abstract record {union.Name}");
        // A private protected constructor, because there are no other variants.
        source.Open($"private protected {union.Name}()").Close().Close();
    }

    private void PrintEvents(EventUnion events)
    {
        source.Open($"public abstract record {events.Name}");
        source.Open($"private {events.Name}()").Close();
        foreach (var one in events.Events)
        {
            source.Blank().Write(CSharpText.Comment("summary", one.Description ?? (one.Name is null ? "An event of any other name." : $"An event '{one.Name}'.")));
            if (one.Name is null)
            {
                source.Write("""/// <param name="Name">The event's name.</param>""");
            }

            source.Write("""/// <param name="Data">What it says.</param>""");
            source.Write($"public sealed record {one.Identifier}({(one.Name is null ? "string Name, " : "")}{(one.Data is null ? "string" : types.Of(one.Data))} Data) : {types.OfName(events.Name)};");
        }

        if (events.IsOpen)
        {
            source.Close();
            return;
        }

        source.Blank().Write($"/// <summary>An event of another name. It only comes where <see cref=\"{types.Names["Jero.Client.EventStreamOptions"]}.UnknownEvents\"/> asks for it.</summary>");
        source.Write("""/// <param name="Name">The event's name.</param>""").Write("""/// <param name="Data">Its data as text.</param>""");
        source.Write($"public sealed record Unknown(string Name, string Data) : {types.OfName(events.Name)};").Close();
    }
}
