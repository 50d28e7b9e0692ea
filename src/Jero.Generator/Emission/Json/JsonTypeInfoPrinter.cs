using Jero.Generator.Model;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints shapes as System.Text.Json metadata.</summary>
internal static class JsonTypeInfoPrinter
{
    private const string Serialization = "global::System.Text.Json.Serialization";

    /// <summary>The expression that creates the metadata of a type that is neither object nor enum.</summary>
    public static string Constructed(JsonShape shape) => shape switch
    {
        JsonForeign { Converter: { } converter } => ConverterPrinter.Converted(shape.TypeName, "options", converter),
        JsonBuiltIn builtIn => $"BuiltInTypeInfo.Of<{builtIn.TypeName.Code()}>(options, {BuiltInConverter(builtIn)})",
        JsonNullable { Value: JsonBuiltIn builtIn } => $"BuiltInTypeInfo.OfNullable<{builtIn.TypeName.Code()}>(options, {BuiltInConverter(builtIn)})",
        JsonNullable nullable => $"JsonTypeInfos.Nullable<{nullable.Value.TypeName.Code()}>(options)",
        JsonCollection or JsonDictionary => Collection(shape, scope: "", items: null),
        _ => throw new InvalidOperationException($"No metadata of its own for {shape}."),
    };

    /// <summary>
    /// Prints the expression that creates the metadata for a body's value, if it is not that of its type because its items may be null or
    /// are numbers in another form. Otherwise returns null.
    /// </summary>
    /// <param name="shape">The value.</param>
    /// <param name="handling">The number handling of the member; null if it has none.</param>
    /// <param name="scope">How the surrounding code refers to the namespace <c>Jero.Generated</c>.</param>
    public static string? BodyInfo(JsonShape shape, int? handling, string scope = "") => shape switch
    {
        JsonNullable { IsValueType: false } nullable => BodyInfo(nullable.Value, handling, scope),
        JsonCollection { Item: var item, HasNull: var hasNull } => Enclosing(shape, item, hasNull, handling, scope),
        JsonDictionary { Value: var value, HasNull: var hasNull } => Enclosing(shape, value, hasNull, handling, scope),
        _ => null,
    };

    private static string? Enclosing(JsonShape shape, JsonShape item, bool? hasNull, int? handling, string scope)
    {
        var items = handling is { } bits && IsFloatingPoint(item) ? $"{scope}JsonTypeInfos.Number<{item.TypeName.Code()}>(options, {ConverterPrinter.NumberHandling(bits)})" : BodyInfo(item, handling, scope);
        return items is null && hasNull != true ? null : Collection(shape, scope, items);
    }

    private static string Collection(JsonShape shape, string scope, string? items)
    {
        var (method, arguments, hasNull) = shape switch
        {
            JsonCollection { Kind: CollectionKind.Array } array => ($"Array<{Annotated(array.Item)}>", "options", array.HasNull),
            JsonCollection { Kind: CollectionKind.Memory or CollectionKind.ReadOnlyMemory } memory => (
                $"{memory.Kind}<{Annotated(memory.Item)}>", "options", memory.HasNull),
            JsonCollection collection => (
                $"{collection.Kind}<{collection.TypeName.Code()}, {Annotated(collection.Item)}>", $"options, {ConverterPrinter.Creator(collection.Creator)}", collection.HasNull),
            JsonDictionary dictionary => (
                $"{dictionary.Kind}<{dictionary.TypeName.Code()}, {dictionary.Key.TypeName.Code()}, {Annotated(dictionary.Value)}>",
                $"options, {ConverterPrinter.Creator(dictionary.Creator)}",
                dictionary.HasNull),
            _ => throw new InvalidOperationException($"No collection: {shape}."),
        };
        var info = $"{scope}JsonTypeInfos.{method}({arguments}{(hasNull == false ? ", refusesNull: true" : "")}{(items is null ? "" : $", items: {items}")})";
        return (shape is JsonCollection { NumberHandling: { } of } ? of : (shape as JsonDictionary)?.NumberHandling) is { } handling
            ? $"{scope}JsonTypeInfos.WithNumberHandling({info}, {ConverterPrinter.NumberHandling(handling)})"
            : info;
    }

    private static bool IsFloatingPoint(JsonShape shape) => shape is JsonBuiltIn { Type: BuiltInType.Half or BuiltInType.Single or BuiltInType.Double }
        || (shape is JsonNullable { IsValueType: true } nullable && IsFloatingPoint(nullable.Value));

    private static string BuiltInConverter(JsonBuiltIn builtIn)
    {
        var name = builtIn.Type switch
        {
            BuiltInType.Bytes => "ByteArray",
            BuiltInType.ByteMemory => builtIn.TypeName.Is("System", "ReadOnlyMemory") ? "ReadOnlyMemoryByte" : "MemoryByte",
            _ => builtIn.Type.ToString(),
        };
        return $"Metadata::JsonMetadataServices.{name}Converter";
    }

    public static void PrintEnum(SourceWriter source, JsonEnum definition) => source.Write(
        $"""
        /// <summary>The metadata, for reading and for System.Text.Json itself.</summary>
        internal static Metadata::JsonTypeInfo<{JsonDefinitionEmitter.Alias}> CreateTypeInfo(Json::JsonSerializerOptions options) =>
            JsonTypeInfos.{(definition.IsString ? "EnumByName" : "Enum")}<{JsonDefinitionEmitter.Alias}>(options);
        """);

    public static void PrintObject(SourceWriter source, JsonObject definition)
    {
        var bag = definition.Properties.FirstOrDefault(static property => property.IsBag);
        source.Write(
            $$"""
            /// <summary>The metadata, for reading and for System.Text.Json itself.</summary>
            internal static Metadata::JsonTypeInfo<{{JsonDefinitionEmitter.Alias}}> CreateTypeInfo(Json::JsonSerializerOptions options) =>
                {{(bag is null ? "" : "JsonTypeInfos.KeepBag(")}}JsonTypeInfos.Members(options, new Metadata::JsonObjectInfoValues<{{JsonDefinitionEmitter.Alias}}>
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

        foreach (var member in definition.Ignored)
        {
            var ownName = member.OwnName is null ? "null" : GeneratedCode.Literal(member.OwnName);
            source.Write($"JsonTypeInfos.Ignored<{member.DeclaringType.Code()}, {member.TypeName.Code()}>(options, {GeneratedCode.Literal(member.ClrName)}, {ownName}),");
        }

        List<string> arguments = [];
        if (definition.NumberHandling is { } handling)
        {
            arguments.Add(ConverterPrinter.NumberHandling(handling));
        }

        if (definition.DisallowsUnmapped is { } disallows)
        {
            arguments.Add($"unmappedMemberHandling: {Serialization}.JsonUnmappedMemberHandling.{(disallows ? "Disallow" : "Skip")}");
        }

        if (definition.Populates is { } populates)
        {
            arguments.Add($"creationHandling: {CreationHandling(populates)}");
        }

        source.Outdent().Write("],").Outdent().Write($"}}{string.Concat(arguments.Select(static argument => ", " + argument))}){(bag is null ? "" : $", {Getter(definition, bag)})")};").Outdent();
    }

    private static void PrintConstructor(SourceWriter source, JsonObject definition)
    {
        if (definition.Constructor is not { } constructor)
        {
            return;
        }

        var required = TypeCode.Initializer(constructor.RequiredMembers);
        if (constructor.Parameters.Count == 0)
        {
            source.Write($"ObjectCreator = static () => {New(definition, constructor, "()")}{required},");
            return;
        }

        var arguments = GeneratedCode.Arguments(constructor.Parameters.Select(static (parameter, i) => $"({parameter.TypeName.Code()})arguments[{i}]!"));
        source.Write($"ObjectWithParameterizedConstructorCreator = static arguments => {New(definition, constructor, arguments)}{required},");
        source.Write("ConstructorParameterMetadataInitializer = static () =>").Write("[").Indent();
        for (var i = 0; i < constructor.Parameters.Count; i++)
        {
            var parameter = constructor.Parameters[i];
            source.Write(
                $"JsonTypeInfos.Parameter<{parameter.TypeName.Code()}>({i}, {GeneratedCode.Literal(parameter.Name)}, isNullable: {Bool(parameter.IsNullable)}"
                + (parameter.Default is null ? ")," : $", fallback: {parameter.Default.Code()}),"));
        }

        source.Outdent().Write("],");
    }

    private static string Getter(JsonObject definition, JsonProperty property)
    {
        var (target, reference) = Target(definition, property);
        return $"static target => {JsonMemberPrinter.Read(property, owner: "", target, reference)}";
    }

    private static string Declaring(JsonObject definition, JsonProperty property) =>
        property.DeclaringType == definition.TypeName ? JsonDefinitionEmitter.Alias : property.DeclaringType.Code();

    private static (string Target, string Reference) Target(JsonObject definition, JsonProperty property) => definition.IsValueType
        ? ($"global::System.Runtime.CompilerServices.Unsafe.Unbox<{JsonDefinitionEmitter.Alias}>(target)", "ref ")
        : ($"(({Declaring(definition, property)})target)", "");

    private static string New(JsonObject definition, JsonConstructor constructor, string arguments) => constructor.Accessor is { } accessor
        ? $"{JsonMemberPrinter.ConstructorAccessor}{JsonMemberPrinter.Arguments(accessor)}.New{arguments}"
        : $"new {JsonDefinitionEmitter.Alias}{arguments}";

    private static string Property(JsonObject definition, JsonProperty property)
    {
        var (target, reference) = Target(definition, property);
        var setter = property switch
        {
            { Setter: PropertySetter.None } => "null",
            { Setter: PropertySetter.Accessor, IsField: true } => $"static (target, value) => {JsonMemberPrinter.AccessorName(property)}.Field({reference}{target}) = value!",
            { Setter: PropertySetter.Accessor } => $"static (target, value) => {JsonMemberPrinter.AccessorName(property)}.Set({reference}{target}, value!)",
            _ => $"static (target, value) => {target}.{TypeCode.Identifier(property.ClrName)} = value!",
        };
        List<string> arguments =
        [
            "options",
            GeneratedCode.Literal(property.ClrName),
            property.HasOwnName ? GeneratedCode.Literal(property.JsonName) : "null",
            property.HasGetter ? Getter(definition, property) : "null",
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
            var made = ConverterPrinter.Converter(converter);
            arguments.Add(property.Shape.TypeName is { IsNullable: true } lifted
                ? $"converter: JsonTypeInfos.Lift<{(lifted with { IsNullable = false }).Code()}>(options, {made})"
                : $"converter: {made}");
        }

        // A type says it for its members. But the member decides what may be read as a floating-point number.
        if (property.Format is { NumberHandling: { } handling, IsOwn: var isOwn } && (isOwn || IsFloatingPoint(property.Shape)))
        {
            arguments.Add($"numberHandling: {ConverterPrinter.NumberHandling(handling)}");
        }

        if (property.Populates is { } populates)
        {
            arguments.Add($"creationHandling: {CreationHandling(populates)}");
        }

        if (property.IsPopulated)
        {
            arguments.Add("isPopulated: true");
        }

        if (property.Nullability is { HasNull: false })
        {
            arguments.Add("isNullable: false");
        }

        if (property.Nullability is { } nullability && nullability.HasNull == nullability.RefusesNull)
        {
            arguments.Add($"isSetNullable: {Bool(!nullability.RefusesNull)}");
        }

        if (property.IsBag)
        {
            arguments.Add("bodyInfo: JsonTypeInfos.Bag");
        }
        else if (property.Format?.Converter is null && !property.IsExtensionData && BodyInfo(property.Shape, property.Format?.NumberHandling) is { } body)
        {
            arguments.Add($"bodyInfo: static options => {body}");
        }

        return $"JsonTypeInfos.Property<{Declaring(definition, property)}, {property.Shape.TypeName.Code()}>({string.Join(", ", arguments)}),";
    }

    private static string CreationHandling(bool populates) => $"{Serialization}.JsonObjectCreationHandling.{(populates ? "Populate" : "Replace")}";

    private static string Annotated(JsonShape shape) => JsonWriterPrinter.AnnotatedType(shape);

    private static string Bool(bool value) => value ? "true" : "false";
}
