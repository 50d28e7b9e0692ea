using Jero.Generator.Model;

namespace Jero.Generator.Emission;

/// <summary>Prints shapes as System.Text.Json metadata.</summary>
internal static class JsonTypeInfoPrinter
{
    private const string Serialization = "global::System.Text.Json.Serialization";

    /// <summary>The expression that creates the metadata of a type that is neither object nor enum.</summary>
    public static string Constructed(JsonShape shape) => shape switch
    {
        JsonForeign { Converter: { } converter } when shape.TypeName.EndsWith("?", StringComparison.Ordinal)
            => $"JsonTypeInfos.ConvertedNullable<{shape.TypeName.TrimEnd('?')}>(options, {converter})",
        JsonForeign { Converter: { } converter } => $"JsonTypeInfos.Converted<{shape.TypeName}>(options, {converter})",
        JsonBuiltIn builtIn => $"BuiltInTypeInfo.Of<{builtIn.TypeName}>(options, {BuiltInConverter(builtIn)})",
        JsonNullable { Value: JsonBuiltIn builtIn } => $"BuiltInTypeInfo.OfNullable<{builtIn.TypeName}>(options, {BuiltInConverter(builtIn)})",
        JsonNullable nullable => $"JsonTypeInfos.Nullable<{nullable.Value.TypeName}>(options)",
        JsonCollection { Kind: CollectionKind.Array } array => $"JsonTypeInfos.Array<{Annotated(array.Item)}>(options)",
        JsonCollection collection => $"JsonTypeInfos.{collection.Kind}<{collection.TypeName}, {Annotated(collection.Item)}>(options, {collection.Creator ?? "null"})",
        JsonDictionary dictionary => $"JsonTypeInfos.{dictionary.Kind}<{dictionary.TypeName}, {dictionary.Key.TypeName}, {Annotated(dictionary.Value)}>(options, {dictionary.Creator ?? "null"})",
        _ => throw new InvalidOperationException($"No metadata of its own for {shape}."),
    };

    private static string BuiltInConverter(JsonBuiltIn builtIn)
    {
        var name = builtIn.Type switch
        {
            BuiltInType.Bytes => "ByteArray",
            BuiltInType.ByteMemory => builtIn.TypeName.StartsWith("global::System.ReadOnly", StringComparison.Ordinal) ? "ReadOnlyMemoryByte" : "MemoryByte",
            _ => builtIn.Type.ToString(),
        };
        return $"Metadata::JsonMetadataServices.{name}Converter";
    }

    public static void PrintEnum(SourceWriter source, JsonEnum definition) => source.Write(
        $"""
        /// <summary>The metadata, for reading and for System.Text.Json itself.</summary>
        internal static Metadata::JsonTypeInfo<{definition.TypeName}> CreateTypeInfo(Json::JsonSerializerOptions options) =>
            JsonTypeInfos.{(definition.IsString ? "EnumByName" : "Enum")}<{definition.TypeName}>(options);
        """);

    public static void PrintObject(SourceWriter source, JsonObject definition)
    {
        source.Write(
            $$"""
            /// <summary>The metadata, for reading and for System.Text.Json itself.</summary>
            internal static Metadata::JsonTypeInfo<{{definition.TypeName}}> CreateTypeInfo(Json::JsonSerializerOptions options) =>
                JsonTypeInfos.Members(options, new Metadata::JsonObjectInfoValues<{{definition.TypeName}}>
                {
            """);
        source.Indent().Indent();
        PrintConstructor(source, definition);
        source.Write("PropertyMetadataInitializer = _ =>").Write("[");
        source.Indent();
        foreach (var property in definition.Properties)
        {
            source.Write(Property(definition, property));
        }

        source.Outdent().Write("],").Outdent().Write(definition.NumberHandling is { } handling ? $"}}, {handling});" : "});").Outdent();
    }

    private static void PrintConstructor(SourceWriter source, JsonObject definition)
    {
        if (definition.Constructor is not { } constructor)
        {
            return;
        }

        var required = constructor.RequiredMembers.Count == 0
            ? ""
            : $" {{ {string.Join(", ", constructor.RequiredMembers.Select(static member => $"{member} = default!"))} }}";
        if (constructor.Parameters.Count == 0)
        {
            source.Write($"ObjectCreator = static () => new {definition.TypeName}(){required},");
            return;
        }

        var arguments = string.Join(", ", constructor.Parameters.Select(static (parameter, i) => $"({parameter.TypeName})arguments[{i}]!"));
        source.Write($"ObjectWithParameterizedConstructorCreator = static arguments => new {definition.TypeName}({arguments}){required},");
        source.Write("ConstructorParameterMetadataInitializer = static () =>").Write("[").Indent();
        for (var i = 0; i < constructor.Parameters.Count; i++)
        {
            var parameter = constructor.Parameters[i];
            source.Write(
                $"JsonTypeInfos.Parameter<{parameter.TypeName}>({i}, {GeneratedCode.Literal(parameter.Name)}, {Bool(parameter.IsNullable)}"
                + (parameter.Default is null ? ")," : $", {parameter.Default}),"));
        }

        source.Outdent().Write("],");
    }

    private static string Property(JsonObject definition, JsonProperty property)
    {
        var target = definition.IsValueType
            ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{definition.TypeName}>(target)"
            : $"(({property.DeclaringType})target)";
        var reference = definition.IsValueType ? "ref " : "";
        var setter = property switch
        {
            { Setter: PropertySetter.None } => "null",
            { Setter: PropertySetter.Accessor, IsField: true } => $"static (target, value) => {JsonMemberPrinter.AccessorName(property)}.Field({reference}{target}) = value!",
            { Setter: PropertySetter.Accessor } => $"static (target, value) => {JsonMemberPrinter.AccessorName(property)}.Set({reference}{target}, value!)",
            _ => $"static (target, value) => {target}.{property.MemberName} = value!",
        };
        List<string> arguments =
        [
            "options",
            GeneratedCode.Literal(property.ClrName),
            property.HasOwnName ? GeneratedCode.Literal(property.JsonName) : "null",
            $"static target => {JsonMemberPrinter.Read(property, owner: "", target, reference)}",
            setter,
        ];
        if (property.IsRequired)
        {
            arguments.Add("isRequired: true");
        }

        if (property.IsField)
        {
            arguments.Add("isField: true");
        }

        if (property.IsIncluded)
        {
            arguments.Add("isIncluded: true");
        }

        if (property.IsExtensionData)
        {
            arguments.Add("isExtensionData: true");
        }

        if (property.HasOwnCondition)
        {
            arguments.Add($"condition: {Serialization}.JsonIgnoreCondition.{property.Condition}");
        }

        if (property.Format is { Converter: { } converter })
        {
            var isNullable = property.Shape.TypeName.EndsWith("?", StringComparison.Ordinal);
            arguments.Add(isNullable ? $"converter: JsonTypeInfos.Lift<{property.Shape.TypeName.TrimEnd('?')}>(options, {converter})" : $"converter: {converter}");
        }

        if (property.Format is { IsOwn: true, NumberHandling: { } handling })
        {
            arguments.Add($"numberHandling: {handling}");
        }

        return $"JsonTypeInfos.Property<{property.DeclaringType}, {property.Shape.TypeName}>({string.Join(", ", arguments)}),";
    }

    private static string Annotated(JsonShape shape) => JsonWriterPrinter.AnnotatedType(shape);

    private static string Bool(bool value) => value ? "true" : "false";
}
