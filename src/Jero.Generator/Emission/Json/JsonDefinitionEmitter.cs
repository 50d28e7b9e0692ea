using Jero.Generator.Emission.OpenApi;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints the three faces of one object or enum: its writer, its schema and its metadata.</summary>
internal static class JsonDefinitionEmitter
{
    public static string Print(JsonDefinition definition) => definition is EnumNames names ? PrintNames(names) : PrintFaces(definition);

    private static string PrintNames(EnumNames names)
    {
        var source = new SourceWriter();
        var type = names.TypeName.Replace("global::", "");
        source.Write(
            $"""
            {GeneratedCode.Header($"the names of {type}", names.Suppressed)}

            namespace Jero.Generated;

            """);
        source.Open("static partial class JeroJson");
        source.Write($"/// <summary>Describes <c>{type.Replace("<", "&lt;").Replace(">", "&gt;")}</c> as requests say it in text.</summary>");
        source.Write(GeneratedCode.Attribute);
        source.Open($"internal static class {names.Name}");
        PrintSchema(source, "Schema", names.Component, names.TypeName, JsonSchemaPrinter.Print(names), " { IsText = true }");
        return source.Close().Close().ToString();
    }

    private static string PrintFaces(JsonDefinition definition)
    {
        var source = new SourceWriter();
        var written = definition is JsonObject { IsValueType: false } ? definition.TypeName + "?" : definition.TypeName;
        source.Write(
            $"""
            {GeneratedCode.Header($"the JSON of {definition.TypeName.Replace("global::", "")}", definition.Suppressed)}

            namespace Jero.Generated;

            using Json = global::System.Text.Json;
            using Metadata = global::System.Text.Json.Serialization.Metadata;

            """);
        source.Open("static partial class JeroJson");
        source.Write($"/// <summary>Writes, describes and reads <c>{definition.TypeName.Replace("global::", "").Replace("<", "&lt;").Replace(">", "&gt;")}</c>.</summary>");
        source.Write(GeneratedCode.Attribute);
        source.Open($"internal readonly struct {definition.Name} : IJsonWriter<{written}>");
        if (definition is JsonObject item)
        {
            JsonWriterPrinter.PrintObject(source, item);
            PrintSchemas(source.Blank(), item);
            JsonTypeInfoPrinter.PrintObject(source.Blank(), item);
            JsonMemberPrinter.PrintSupport(source, item);
        }
        else
        {
            JsonWriterPrinter.PrintEnum(source, (JsonEnum)definition);
            PrintSchema(source.Blank(), "Schema", definition.Component, definition.TypeName, JsonSchemaPrinter.Print(definition));
            JsonTypeInfoPrinter.PrintEnum(source.Blank(), (JsonEnum)definition);
        }

        return source.Close().Close().ToString();
    }

    private static void PrintSchemas(SourceWriter source, JsonObject definition)
    {
        PrintSchema(source, "Schema", definition.Component, definition.TypeName, JsonSchemaPrinter.Print(definition));
        if (definition.Polymorphism is not { } polymorphism)
        {
            return;
        }

        var names = new List<string> { "Schema" };
        foreach (var variant in polymorphism.Variants)
        {
            var name = $"SchemaOf{variant.Definition}";
            PrintSchema(
                source.Blank(), name, variant.Component, $"{variant.TypeName} as {definition.TypeName}", JsonSchemaPrinter.Print(variant, definition));
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
            internal static SchemaComponent {name} => new("{component}", "{typeName.Replace("global::", "")}", static () =>
            """");
        source.Indent().Write("\"\"\"").Write(json).Write($"\"\"\"u8){initializer};").Outdent();
    }
}
