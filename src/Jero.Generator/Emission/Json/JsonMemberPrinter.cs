using Jero.Generator.Model;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints the members of an object: how they are written, and how to reach those that are not visible.</summary>
internal static class JsonMemberPrinter
{
    /// <summary>The class with the accessor of a constructor that is not visible.</summary>
    public const string ConstructorAccessor = "Creation";

    private const string UnsafeAccessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";
    private const string Kind = "global::System.Runtime.CompilerServices.UnsafeAccessorKind";

    /// <summary>Prints the statements that write an object's members and its closing brace.</summary>
    /// <param name="source">Where to print.</param>
    /// <param name="properties">The members in order.</param>
    /// <param name="owner">
    /// The struct with their accessors and formats, followed by a dot; empty if it is the one that is being printed.
    /// </param>
    /// <param name="opening">What begins the object: a brace, and a discriminator.</param>
    public static void PrintMembers(SourceWriter source, EquatableArray<JsonProperty> properties, string owner, string opening)
    {
        source.Write("var json = new JsonObjectWriter(buffer);");

        // Names are joined with the punctuation before them, as long as it is known whether a member precedes.
        var pending = opening;
        var precededBy = opening == "{" ? Preceding.Nothing : Preceding.Member;
        foreach (var property in properties.Where(static property => property.IsWritten))
        {
            var name = JsonStrings.Escape(property.JsonName) + ":";
            var statement = Statement(property, owner);
            if (Condition(property, owner) is not { } condition)
            {
                source.Write(precededBy == Preceding.Unknown ? Separated(name) : Literal(pending + (precededBy == Preceding.Member ? "," : "") + name));
                source.Write(statement);
                (pending, precededBy) = ("", Preceding.Member);
                continue;
            }

            if (pending.Length > 0)
            {
                source.Write(Literal(pending));
                pending = "";
            }

            if (precededBy == Preceding.Nothing)
            {
                source.Write("var isFirst = true;");
                precededBy = Preceding.Unknown;
            }

            source.Open($"if ({condition})");
            source.Write(precededBy == Preceding.Member ? Literal("," + name) : Separated(name) + "\nisFirst = false;");
            source.Write(statement).Close();
        }

        source.Write(Literal(pending + "}"));
        source.Write("json.End();");
    }

    /// <summary>Prints what the members of an object need in addition: accessors and their own metadata.</summary>
    public static void PrintSupport(SourceWriter source, JsonObject definition)
    {
        if (definition.Constructor is { Accessor: { } constructor })
        {
            var parameters = string.Join(", ", constructor.ParameterTypes.Select(static (type, i) => $"{type.Code()} argument{i}"));
            source.Blank().Open($"internal static class {ConstructorAccessor}{Parameters(constructor)}");
            source.Write($"[{UnsafeAccessor}({Kind}.Constructor)]");
            source.Write($"internal static extern {constructor.DeclaringType.Code()} New({parameters});");
            source.Close();
        }

        foreach (var property in definition.Properties)
        {
            if (property.Format is { IsForeign: true } format && !property.IsExtensionData)
            {
                source.Blank().Write(
                    $$"""
                    internal static Metadata::JsonTypeInfo<{{property.Shape.TypeName.Code()}}> TypeInfoOf{{property.SupportName}} { get; } = {{TypeInfo(property, format, "Options")}};
                    """);
            }

            if (property.Accessor is { } accessor)
            {
                PrintAccessor(source.Blank(), definition, property, accessor);
            }
        }
    }

    /// <summary>The expression that reads a member of <paramref name="target"/>.</summary>
    public static string Read(JsonProperty property, string owner, string target, string reference) => property switch
    {
        { IsHidden: true, IsField: true } => $"{owner}{AccessorName(property)}.Field({reference}{target})",
        { IsHidden: true } => $"{owner}{AccessorName(property)}.Get({reference}{target})",
        { IsShadowed: true } => $"(({property.DeclaringType.Code()}){target}).{TypeCode.Identifier(property.ClrName)}",
        _ => $"{target}.{TypeCode.Identifier(property.ClrName)}",
    };

    public static string AccessorName(JsonProperty property) => $"{property.SupportName}Accessor{Arguments(property.Accessor!)}";

    /// <summary>The expression that makes the metadata of one member's own format.</summary>
    public static string TypeInfo(JsonProperty property, JsonMemberFormat format, string options) => format.Converter is { } converter
        ? ConverterPrinter.Converted(property.Shape.TypeName, options, converter)
        : $"JsonTypeInfos.WithNumberHandling<{property.Shape.TypeName.Code()}>({options}, {ConverterPrinter.NumberHandling(format.NumberHandling!.Value)})";

    /// <summary>The type arguments of a class of accessors; empty if it has none.</summary>
    public static string Arguments(JsonAccessor accessor) =>
        accessor.TypeArguments.Count == 0 ? "" : $"<{GeneratedCode.Join(accessor.TypeArguments.Select(TypeCode.Code))}>";

    private static string Parameters(JsonAccessor accessor) =>
        accessor.TypeParameters.Count == 0 ? ""
        : $"<{GeneratedCode.Join(accessor.TypeParameters.Select(static parameter => parameter.Name))}>{string.Concat(accessor.TypeParameters.Select(Constraints))}";

    private static string Constraints(TypeParameter parameter)
    {
        List<string> constraints =
        [
            .. parameter.Kind switch
            {
                ArgumentConstraint.Unmanaged => (string[])["unmanaged"],
                ArgumentConstraint.Struct => ["struct"],
                ArgumentConstraint.Class => ["class"],
                ArgumentConstraint.NullableClass => ["class?"],
                ArgumentConstraint.NotNull => ["notnull"],
                _ => [],
            },
            .. parameter.Types.Select(TypeCode.Code),
        ];
        if (parameter.HasConstructor)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {GeneratedCode.Join(constraints)}";
    }

    private static string Statement(JsonProperty property, string owner)
    {
        var value = Read(property, owner, "value", ReferenceTo(property));
        return property switch
        {
            { Format.IsForeign: true } =>
                $"""
                JsonFormat.Write(json.Suspend(), {value}, {owner}TypeInfoOf{property.SupportName}{(property.Shape is JsonNullable { IsValueType: false } ? "!" : "")});
                json.Resume();
                """,
            { Shape: var shape } when IsWrittenInline(shape) => $"json.Write({value});",
            { Shape: JsonBuiltIn or JsonNullable { Value: JsonBuiltIn } } =>
                $"""
                JsonFormat.Write(json.Suspend(), {value});
                json.Resume();
                """,
            _ =>
                $"""
                default({JsonWriterPrinter.WriterType(property.Shape)}).Write(json.Suspend(), {value});
                json.Resume();
                """,
        };
    }

    // The types for which JsonObjectWriter has an overload, or that C# converts to one with the same text.
    private static bool IsWrittenInline(JsonShape shape) => shape switch
    {
        JsonNullable nullable => IsWrittenInline(nullable.Value),
        JsonBuiltIn { Type: BuiltInType.String or BuiltInType.Boolean or BuiltInType.Double } => true,
        JsonBuiltIn { Type: BuiltInType.SByte or BuiltInType.Byte or BuiltInType.Int16 or BuiltInType.UInt16 } => true,
        JsonBuiltIn { Type: BuiltInType.Int32 or BuiltInType.UInt32 or BuiltInType.Int64 } => true,
        _ => false,
    };

    private static string? Condition(JsonProperty property, string owner)
    {
        var value = Read(property, owner, "value", ReferenceTo(property));
        return property.Condition switch
        {
            IgnoreCondition.WhenWritingNull => $"{value} is not null",
            IgnoreCondition.WhenWritingDefault => $"!JsonFormat.IsDefault({value})",
            _ => null,
        };
    }

    // The accessor of a struct's member takes the struct by reference.
    private static string ReferenceTo(JsonProperty property) => property.IsOfStruct ? "ref " : "";

    private static void PrintAccessor(SourceWriter source, JsonObject definition, JsonProperty property, JsonAccessor accessor)
    {
        var target = $"{(definition.IsValueType ? "ref " : "")}{accessor.DeclaringType.Code()} target";
        source.Open($"internal static class {property.SupportName}Accessor{Parameters(accessor)}");
        if (property.IsField)
        {
            source.Write($"[{UnsafeAccessor}({Kind}.Field, Name = \"{property.ClrName}\")]");
            source.Write($"internal static extern ref {accessor.MemberType.Code()} Field({target});");
        }
        else
        {
            if (property.IsHidden)
            {
                source.Write($"[{UnsafeAccessor}({Kind}.Method, Name = \"get_{property.ClrName}\")]");
                source.Write($"internal static extern {accessor.MemberType.Code()} Get({target});");
            }

            if (property.Setter == PropertySetter.Accessor)
            {
                source.Write($"[{UnsafeAccessor}({Kind}.Method, Name = \"set_{property.ClrName}\")]");
                source.Write($"internal static extern void Set({target}, {accessor.MemberType.Code()} value);");
            }
        }

        source.Close();
    }

    private static string Literal(string text) => $"json.WriteRaw({JsonWriterPrinter.Utf8(text)});";

    private static string Separated(string name) => $"json.WriteRaw(isFirst ? {JsonWriterPrinter.Utf8(name)} : {JsonWriterPrinter.Utf8("," + name)});";

    private enum Preceding
    {
        Nothing,
        Member,
        Unknown,
    }
}
