using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Emission;

/// <summary>Prints the three faces of one object or enum: its writer, its schema and its metadata.</summary>
internal static class JsonDefinitionEmitter
{
    public static void Emit(SourceProductionContext output, JsonDefinition definition) =>
        output.AddSource($"JeroJson.{definition.Name}.g.cs", Print(definition));

    private static string Print(JsonDefinition definition)
    {
        var source = new SourceWriter();
        var written = definition is JsonObject { IsValueType: false } ? definition.TypeName + "?" : definition.TypeName;
        source.Write(
            $"""
            {GeneratedCode.Header($"the JSON of {definition.TypeName.Replace("global::", "")}")}

            namespace Jero.Generated;

            using Json = global::System.Text.Json;
            using Metadata = global::System.Text.Json.Serialization.Metadata;

            """);
        source.Open("static partial class JeroJson");
        source.Write($"/// <summary>Writes, describes and reads <see cref=\"{definition.TypeName}\"/>.</summary>");
        source.Write(GeneratedCode.Attribute);
        source.Open($"internal readonly struct {definition.Name} : IJsonWriter<{written}>");
        if (definition is JsonObject item)
        {
            JsonWriterPrinter.PrintObject(source, item);
            PrintSchema(source.Blank(), definition);
            JsonTypeInfoPrinter.PrintObject(source.Blank(), item);
        }
        else
        {
            JsonWriterPrinter.PrintEnum(source, (JsonEnum)definition);
            PrintSchema(source.Blank(), definition);
            JsonTypeInfoPrinter.PrintEnum(source.Blank(), (JsonEnum)definition);
        }

        return source.Close().Close().ToString();
    }

    private static void PrintSchema(SourceWriter source, JsonDefinition definition)
    {
        source.Write(
            $""""
            /// <summary>The component <c>{definition.Component}</c> of the document.</summary>
            internal static SchemaComponent Schema => new("{definition.Component}", "{definition.TypeName.Replace("global::", "")}", static () =>
            """");
        source.Indent().Write("\"\"\"").Write(JsonSchemaPrinter.Print(definition)).Write("\"\"\"u8);").Outdent();
    }
}
