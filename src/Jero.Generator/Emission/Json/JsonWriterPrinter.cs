using Jero.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints shapes as direct UTF-8 writers.</summary>
internal static class JsonWriterPrinter
{
    /// <summary>Returns the struct that writes a shape.</summary>
    /// <param name="shape">The shape to write.</param>
    /// <param name="scope">How the surrounding code refers to the namespace <c>Jero.Generated</c>; empty inside <c>JeroJson</c>.</param>
    public static string WriterType(JsonShape shape, string scope = "") => shape switch
    {
        JsonBuiltIn { Type: BuiltInType.String } => $"{scope}JsonStringWriter",
        JsonBuiltIn => $"{scope}BuiltInWriter",
        JsonReference reference => $"{Json(scope)}{reference.Definition}",
        JsonForeign or JsonDictionary { HasForeignKeys: true } or JsonDictionary { IsForeign: true } or JsonCollection { IsForeign: true } => Foreign(shape, scope),
        JsonNullable { IsValueType: false } nullable => WriterType(nullable.Value, scope),
        JsonNullable nullable => $"{scope}NullableWriter<{nullable.Value.TypeName.Code()}, {WriterType(nullable.Value, scope)}>",
        JsonCollection { Kind: CollectionKind.Array } array => $"{scope}ArrayWriter<{ItemArguments(array, scope)}>",
        JsonCollection { Kind: CollectionKind.Memory or CollectionKind.ReadOnlyMemory } memory => $"{scope}MemoryWriter<{ItemArguments(memory, scope)}>",
        JsonCollection { Kind: CollectionKind.List, IsList: true } list => $"{scope}ListWriter<{ItemArguments(list, scope)}>",
        JsonCollection collection => $"{scope}EnumerableWriter<{collection.TypeName.Code()}{(collection.IsValueType ? "" : "?")}, {ItemArguments(collection, scope)}>",
        JsonDictionary dictionary => $"{scope}DictionaryWriter<{dictionary.TypeName.CodeOrNull()}, {dictionary.Key.TypeName.Code()}, {AnnotatedType(dictionary.Value)}, "
            + $"{KeyWriterType(dictionary.Key, scope)}, {WriterType(dictionary.Value, scope)}>",
        _ => throw new InvalidOperationException($"No writer for {shape}."),
    };

    /// <summary>The type with its own annotation.</summary>
    public static string AnnotatedType(JsonShape shape) =>
        shape is JsonNullable { IsValueType: false } ? shape.TypeName.CodeOrNull() : shape.TypeName.Code();

    public static void PrintObject(SourceWriter source, JsonObject definition)
    {
        source.Write("/// <inheritdoc />");
        var written = JsonDefinitionEmitter.Alias + (definition.IsValueType ? "" : "?");
        if (definition.IsForeign)
        {
            source.Write($"public void Write(BatchBuffer buffer, {written} value) => default(MetadataWriter<{written}, JeroMetadata>).Write(buffer, value);");
            return;
        }

        source.Open($"public void Write(BatchBuffer buffer, {written} value)");
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

        if (definition.Polymorphism is { } polymorphism)
        {
            PrintDispatch(source, definition, polymorphism);
        }
        else
        {
            JsonMemberPrinter.PrintMembers(source, definition.Properties, owner: "", opening: "{");
        }

        if (definition.IsRecursive)
        {
            source.Write("buffer.PopDepth();");
        }

        source.Close();
        PrintVariants(source, definition);
    }

    public static void PrintEnum(SourceWriter source, JsonEnum definition)
    {
        source.Write("/// <inheritdoc />");
        var head = $"public void Write(BatchBuffer buffer, {JsonDefinitionEmitter.Alias} value)";
        if (!definition.IsString)
        {
            source.Write($"{head} => JsonFormat.Write(buffer, ({CSharpName(definition.UnderlyingType)})value);");
            return;
        }

        source.Open(head).Open("switch (value)");
        foreach (var value in definition.Values.Where(static value => value.WireName is not null))
        {
            source.Write(
                $"""
                case {(value.MemberName is null ? $"({JsonDefinitionEmitter.Alias})({value.Number})" : $"{JsonDefinitionEmitter.Alias}.{TypeCode.Identifier(value.MemberName)}")}:
                    buffer.Write({Utf8(JsonStrings.Escape(value.WireName!))});
                    break;
                """);
        }

        source.Write(
            $"""
            default:
                // Sets of flags, values without a name and names that share a value are System.Text.Json's to choose.
                default(MetadataWriter<{JsonDefinitionEmitter.Alias}, JeroMetadata>).Write(buffer, value);
                break;
            """);
        source.Close().Close();
    }

    /// <summary>A <c>u8</c> literal.</summary>
    public static string Utf8(string text) => SymbolDisplay.FormatLiteral(text, quote: true) + "u8";

    // Dispatches on the exact run-time type, as System.Text.Json does. A type that is not declared gets its error or its fallback.
    private static void PrintDispatch(SourceWriter source, JsonObject definition, JsonPolymorphism polymorphism)
    {
        source.Write("var type = value.GetType();");
        var branch = "if";
        foreach (var variant in polymorphism.Variants)
        {
            source.Write(
                $$"""
                {{branch}} (type == typeof({{variant.TypeName.Code()}}))
                {
                    WriteAs{{variant.Definition}}(buffer, ({{variant.TypeName.Code()}})value);
                }
                """);
            branch = "else if";
        }

        if (polymorphism.HasBase)
        {
            source.Write(
                $$"""
                else if (type == typeof({{JsonDefinitionEmitter.Alias}}))
                {
                    WriteAsBase(buffer, value);
                }
                """);
        }

        source.Write(
            $$"""
            else
            {
                default(MetadataWriter<{{JsonDefinitionEmitter.Alias}}?, JeroMetadata>).Write(buffer, value);
            }
            """);
    }

    private static void PrintVariants(SourceWriter source, JsonObject definition)
    {
        if (definition.Polymorphism is not { } polymorphism || definition.IsForeign)
        {
            return;
        }

        foreach (var variant in polymorphism.Variants)
        {
            var opening = variant.Tag is null ? "{" : $"{{{JsonStrings.Escape(polymorphism.Discriminator)}:{variant.Tag}";
            source.Blank().Open($"private static void WriteAs{variant.Definition}(BatchBuffer buffer, {variant.TypeName.Code()} value)");
            var owner = variant.Definition == definition.Name ? "" : variant.Definition + ".";
            JsonMemberPrinter.PrintMembers(source, variant.Properties, owner, opening);
            source.Close();
        }

        if (polymorphism.HasBase)
        {
            source.Blank().Open($"private static void WriteAsBase(BatchBuffer buffer, {JsonDefinitionEmitter.Alias} value)");
            JsonMemberPrinter.PrintMembers(source, definition.Properties, owner: "", opening: "{");
            source.Close();
        }
    }

    private static string Json(string scope) => scope.Length == 0 ? "" : scope + "JeroJson.";

    private static string Foreign(JsonShape shape, string scope)
    {
        var isValueType = shape is JsonForeign { IsValueType: true } or JsonCollection { IsValueType: true };
        return $"{scope}MetadataWriter<{shape.TypeName.Code()}{(isValueType ? "" : "?")}, {Json(scope)}JeroMetadata>";
    }

    private static string ItemArguments(JsonCollection collection, string scope) =>
        $"{AnnotatedType(collection.Item)}, {WriterType(collection.Item, scope)}";

    private static string KeyWriterType(JsonShape key, string scope) => key switch
    {
        JsonBuiltIn { Type: BuiltInType.String } => $"{scope}JsonStringWriter",
        JsonReference => $"{scope}EnumKeyWriter<{key.TypeName.Code()}>",
        JsonNullable nullable => KeyWriterType(nullable.Value, scope),
        _ => $"{scope}BuiltInKeyWriter",
    };

    /// <summary>The keyword of a number.</summary>
    public static string CSharpName(BuiltInType type) => type switch
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
