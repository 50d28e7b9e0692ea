using Jero.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission;

/// <summary>Prints shapes as System.Text.Json metadata.</summary>
internal static class JsonTypeInfoPrinter
{
    /// <summary>The expression that creates the metadata of a collection or a nullable value.</summary>
    public static string Constructed(JsonShape shape) => shape switch
    {
        JsonNullable nullable => $"JsonTypeInfos.Nullable<{nullable.Value.TypeName}>(options)",
        JsonCollection collection => collection.Kind switch
        {
            CollectionKind.Array => $"JsonTypeInfos.Array<{Item(collection)}>(options)",
            CollectionKind.List => $"JsonTypeInfos.List<{Item(collection)}>(options)",
            CollectionKind.ListInterface => $"JsonTypeInfos.ListInterface<{Item(collection)}>(options)",
            CollectionKind.CollectionInterface => $"JsonTypeInfos.CollectionInterface<{Item(collection)}>(options)",
            _ => $"JsonTypeInfos.Enumerable<{collection.TypeName}, {Item(collection)}>(options)",
        },
        _ => throw new InvalidOperationException($"No metadata of its own for {shape}."),
    };

    public static void PrintEnum(SourceWriter source, JsonEnum definition) => source.Write(
        $"""
        /// <summary>The metadata, for reading and for System.Text.Json itself.</summary>
        internal static Metadata::JsonTypeInfo<{definition.TypeName}> CreateTypeInfo(Json::JsonSerializerOptions options) =>
            JsonTypeInfos.Enum<{definition.TypeName}>(options);
        """);

    public static void PrintObject(SourceWriter source, JsonObject definition)
    {
        source.Write(
            $$"""
            /// <summary>The metadata, for reading and for System.Text.Json itself.</summary>
            internal static Metadata::JsonTypeInfo<{{definition.TypeName}}> CreateTypeInfo(Json::JsonSerializerOptions options) =>
                Metadata::JsonMetadataServices.CreateObjectInfo(options, new Metadata::JsonObjectInfoValues<{{definition.TypeName}}>
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

        source.Outdent().Write("],").Outdent().Write("});").Outdent();
        foreach (var property in definition.Properties.Where(static property => property.Setter == PropertySetter.InitOnly))
        {
            PrintAccessor(source, definition, property);
        }
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
                $"JsonTypeInfos.Parameter<{parameter.TypeName}>({i}, {Literal(parameter.Name)}, {Bool(parameter.IsNullable)}"
                + (parameter.Default is null ? ")," : $", {parameter.Default}),"));
        }

        source.Outdent().Write("],");
    }

    private static string Property(JsonObject definition, JsonProperty property)
    {
        var target = $"(({property.DeclaringType})target)";
        var setter = property.Setter switch
        {
            PropertySetter.None => "null",
            PropertySetter.InitOnly when definition.IsValueType
                => $"static (target, value) => Set{property.ClrName}(ref global::System.Runtime.CompilerServices.Unsafe.Unbox<{definition.TypeName}>(target), value!)",
            PropertySetter.InitOnly => $"static (target, value) => Set{property.ClrName}({target}, value!)",
            _ when definition.IsValueType
                => $"static (target, value) => global::System.Runtime.CompilerServices.Unsafe.Unbox<{definition.TypeName}>(target).{property.MemberName} = value!",
            _ => $"static (target, value) => {target}.{property.MemberName} = value!",
        };
        var name = property.HasOwnName ? Literal(property.JsonName) : "null";
        return $"JsonTypeInfos.Property<{property.DeclaringType}, {property.Shape.TypeName}>(options, {Literal(property.ClrName)}, {name}, "
            + $"static target => {target}.{property.MemberName}, {setter}, {Bool(property.IsRequired)}),";
    }

    private static void PrintAccessor(SourceWriter source, JsonObject definition, JsonProperty property) => source.Blank().Write(
        $"""
        [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {Literal("set_" + property.ClrName)})]
        private static extern void Set{property.ClrName}({(definition.IsValueType ? "ref " : "")}{property.DeclaringType} target, {JsonWriterPrinter.AnnotatedType(property.Shape)} value);
        """);

    private static string Item(JsonCollection collection) => JsonWriterPrinter.AnnotatedType(collection.Item);

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    private static string Bool(bool value) => value ? "true" : "false";
}
