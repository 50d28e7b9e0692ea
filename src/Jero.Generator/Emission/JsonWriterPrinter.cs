using Jero.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission;

/// <summary>Prints shapes as the direct UTF-8 writer.</summary>
internal static class JsonWriterPrinter
{
    /// <summary>The statement that writes <paramref name="value"/>.</summary>
    public static string Statement(JsonShape shape, string value) => shape switch
    {
        JsonBuiltIn or JsonNullable { Value: JsonBuiltIn } => $"JsonFormat.Write(buffer, {value});",
        _ => $"default({WriterType(shape)}).Write(buffer, {value});",
    };

    /// <summary>The struct that writes a shape.</summary>
    /// <param name="shape">What it writes.</param>
    /// <param name="scope">How the code around refers to the namespace <c>Jero.Generated</c>; empty inside of <c>JeroJson</c>.</param>
    public static string WriterType(JsonShape shape, string scope = "") => shape switch
    {
        JsonBuiltIn { Type: BuiltInType.String } => $"{scope}JsonStringWriter",
        JsonBuiltIn => $"{scope}BuiltInWriter",
        JsonReference reference => $"{(scope.Length == 0 ? "" : scope + "JeroJson.")}{reference.Definition}",
        JsonNullable { IsValueType: false } nullable => WriterType(nullable.Value, scope),
        JsonNullable { Value: JsonBuiltIn } => $"{scope}BuiltInWriter",
        JsonNullable nullable => $"{scope}NullableWriter<{nullable.Value.TypeName}, {WriterType(nullable.Value, scope)}>",
        JsonCollection { Kind: CollectionKind.Array } array => $"{scope}ArrayWriter<{ItemArguments(array, scope)}>",
        JsonCollection { Kind: CollectionKind.List } list => $"{scope}ListWriter<{ItemArguments(list, scope)}>",
        JsonCollection collection => $"{scope}EnumerableWriter<{collection.TypeName}?, {ItemArguments(collection, scope)}>",
        _ => throw new InvalidOperationException($"No writer for {shape}."),
    };

    /// <summary>The type with its own annotation.</summary>
    public static string AnnotatedType(JsonShape shape) =>
        shape is JsonNullable { IsValueType: false } ? shape.TypeName + "?" : shape.TypeName;

    public static void PrintObject(SourceWriter source, JsonObject definition)
    {
        source.Write("/// <inheritdoc />");
        source.Open($"public void Write(BatchBuffer buffer, {definition.TypeName}{(definition.IsValueType ? "" : "?")} value)");
        if (!definition.IsValueType)
        {
            source.Write(
                """
                if (value is null)
                {
                    JsonFormat.WriteNull(buffer);
                    return;
                }

                """);
        }

        if (definition.IsRecursive)
        {
            source.Write("buffer.PushDepth();");
        }

        var separator = "{";
        foreach (var property in definition.Properties)
        {
            source.Write($"buffer.Write({Utf8(separator + JsonTextWriter.Quote(property.JsonName) + ":")});");
            source.Write(Statement(property.Shape, $"value.{property.MemberName}"));
            separator = ",";
        }

        source.Write($"buffer.Write({Utf8(definition.Properties.Count == 0 ? "{}" : "}")});");
        if (definition.IsRecursive)
        {
            source.Write("buffer.PopDepth();");
        }

        source.Close();
    }

    public static void PrintEnum(SourceWriter source, JsonEnum definition) => source.Write(
        $"""
        /// <inheritdoc />
        public void Write(BatchBuffer buffer, {definition.TypeName} value) => JsonFormat.Write(buffer, ({CSharpName(definition.UnderlyingType)})value);
        """);

    private static string ItemArguments(JsonCollection collection, string scope) =>
        $"{AnnotatedType(collection.Item)}, {WriterType(collection.Item, scope)}";

    private static string Utf8(string text) => SymbolDisplay.FormatLiteral(text, quote: true) + "u8";

    private static string CSharpName(BuiltInType type) => type switch
    {
        BuiltInType.SByte => "sbyte",
        BuiltInType.Byte => "byte",
        BuiltInType.Int16 => "short",
        BuiltInType.UInt16 => "ushort",
        BuiltInType.UInt32 => "uint",
        BuiltInType.Int64 => "long",
        BuiltInType.UInt64 => "ulong",
        _ => "int",
    };
}
