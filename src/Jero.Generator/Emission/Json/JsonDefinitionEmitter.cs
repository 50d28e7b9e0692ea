using Jero.Generator.Emission.OpenApi;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints the writer, the schema and the metadata of one object or enum.</summary>
internal static class JsonDefinitionEmitter
{
    /// <summary>The alias that a definition's file has for its type, because it names the type often.</summary>
    public const string Alias = "Value";

    public static string Print(JsonDefinition definition) => definition is EnumNames names ? PrintNames(names) : PrintFaces(definition);

    private static string PrintNames(EnumNames names)
    {
        var source = new SourceWriter();
        var type = names.TypeName.Title();
        source.Write(
            $"""
            {GeneratedCode.Header($"the names of {type}", names.Suppressed)}

            namespace Jero.Generated;

            """);
        source.Open("static partial class JeroJson");
        source.Write($"/// <summary>Describes <c>{type.Replace("<", "&lt;").Replace(">", "&gt;")}</c> as requests say it in text.</summary>");
        source.Write(GeneratedCode.Attribute);
        source.Open($"internal static class {names.Name}");
        PrintSchema(source, "Schema", names.Component, type, JsonSchemaPrinter.Print(names), " { IsText = true }");
        return source.Close().Close().ToString();
    }

    private static string PrintFaces(JsonDefinition definition)
    {
        var source = new SourceWriter();
        var written = definition is JsonObject { IsValueType: false } ? Alias + "?" : Alias;
        source.Write(
            $"""
            {GeneratedCode.Header($"the JSON of {definition.TypeName.Title()}", definition.Suppressed)}

            namespace Jero.Generated;

            using Json = global::System.Text.Json;
            using Metadata = global::System.Text.Json.Serialization.Metadata;
            using {Alias} = {definition.TypeName.Code()};

            """);
        source.Open("static partial class JeroJson");
        source.Write($"/// <summary>Writes, describes and reads <c>{definition.TypeName.Title().Replace("<", "&lt;").Replace(">", "&gt;")}</c>.</summary>");
        source.Write(GeneratedCode.Attribute);
        source.Open($"internal readonly struct {definition.Name} : IJsonWriter<{written}>{(definition.IsReadDirectly ? $", IJsonReader<{Alias}>" : "")}");
        if (definition is JsonObject item)
        {
            JsonWriterPrinter.PrintObject(source, item);
            if (definition.IsReadDirectly)
            {
                JsonReaderPrinter.PrintObject(source.Blank(), item);
            }

            PrintSchemas(source.Blank(), item);
            JsonTypeInfoPrinter.PrintObject(source.Blank(), item);
            JsonMemberPrinter.PrintSupport(source, item);
        }
        else
        {
            JsonWriterPrinter.PrintEnum(source, (JsonEnum)definition);
            if (definition.IsReadDirectly)
            {
                JsonReaderPrinter.PrintEnum(source.Blank(), (JsonEnum)definition);
            }

            PrintSchema(source.Blank(), "Schema", definition.Component, definition.TypeName.Title(), JsonSchemaPrinter.Print(definition));
            JsonTypeInfoPrinter.PrintEnum(source.Blank(), (JsonEnum)definition);
        }

        return source.Close().Close().ToString();
    }

    private static void PrintSchemas(SourceWriter source, JsonObject definition)
    {
        PrintSchema(source, "Schema", definition.Component, definition.TypeName.Title(), JsonSchemaPrinter.Print(definition));
        if (definition.Polymorphism is not { } polymorphism)
        {
            return;
        }

        var names = new List<string> { "Schema" };
        foreach (var variant in polymorphism.Variants)
        {
            var name = $"SchemaOf{variant.Definition}";
            PrintSchema(
                source.Blank(), name, variant.Component, $"{variant.TypeName.Title()} as {definition.TypeName.Title()}", JsonSchemaPrinter.Print(variant, definition));
            names.Add(name);
        }

        source.Blank().Write(
            $"""
            /// <summary>The components of every variant.</summary>
            internal static SchemaComponent[] Schemas => [{string.Join(", ", names)}];
            """);
    }

    private static void PrintSchema(SourceWriter source, string name, string component, string typeName, string json, string initializer = "")
    {
        source.Write(
            $""""
            /// <summary>The component <c>{component}</c> of the document.</summary>
            internal static SchemaComponent {name} => new("{component}", "{typeName}", static () =>
            """");
        source.Indent().Write("\"\"\"").Write(json).Write($"\"\"\"u8){initializer};").Outdent();
    }
}
