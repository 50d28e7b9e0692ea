using System.Globalization;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints shapes as direct readers of usual JSON.</summary>
internal static class JsonReaderPrinter
{
    public static void PrintObject(SourceWriter source, JsonObject definition)
    {
        var members = definition.Properties;
        var arguments = definition.Constructor!.Parameters
            .Select(parameter => new Argument(parameter, members.FirstOrDefault(member => member.IsRead && Belongs(parameter, member))))
            .ToList();
        source.Write("/// <inheritdoc />");
        source.Open($"public bool TryRead(ref Json::Utf8JsonReader reader, out {JsonDefinitionEmitter.Alias} value)");
        source.Write("value = default;");
        foreach (var member in members.Where(static member => member.IsRead))
        {
            var parameter = arguments.Find(argument => argument.Member == member)?.Parameter;
            source.Write($"{LocalType(member)} {Local(member)} = {parameter?.Default?.Code() ?? "default"};");
        }

        source.Write("var members = new MemberReader();");
        source.Open("while (members.TryNext(ref reader))").Open("switch (members.NameLength)");
        for (var i = 0; i < members.Count; i++)
        {
            PrintCase(source, members[i], i);
        }

        source.Write(
            """
            default:
                return false;
            """);
        source.Close().Close().Blank();
        source.Write(
            $$"""
            if (!members.IsWhole(ref reader, expected: {{Expected(members, arguments)}}))
            {
                return false;
            }

            """);
        var passed = GeneratedCode.Join(arguments.Select(static argument => argument.Member is { } member ? Local(member) : Fallback(argument.Parameter)));
        source.Write($"value = new {JsonDefinitionEmitter.Alias}({passed}){TypeCode.Initializer(definition.Constructor.RequiredMembers)};");
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].IsRead && !arguments.Exists(argument => argument.Member == members[i]))
            {
                PrintSetting(source, definition, members[i], i);
            }
        }

        source.Write("return true;").Close();
    }

    public static void PrintEnum(SourceWriter source, JsonEnum definition)
    {
        source.Write("/// <inheritdoc />");
        source.Open($"public bool TryRead(ref Json::Utf8JsonReader reader, out {JsonDefinitionEmitter.Alias} value)");
        if (!definition.IsString)
        {
            source.Write(
                $"""
                var isRead = default(BuiltInReader).TryRead(ref reader, out {JsonWriterPrinter.CSharpName(definition.UnderlyingType)} number);
                value = ({JsonDefinitionEmitter.Alias})number;
                return isRead;
                """);
        }
        else
        {
            PrintNames(source, definition);
        }

        source.Close();
    }

    private static void PrintNames(SourceWriter source, JsonEnum definition)
    {
        source.Write("value = default;");
        source.Open("if (reader.TokenType != Json::JsonTokenType.String)").Write("return false;").Close().Blank();
        source.Open("switch (reader.ValueSpan.Length)");
        foreach (var value in definition.Values.Where(static value => value is { WireName: not null, MemberName: not null }))
        {
            source.Write(
                $"""
                case {Length(value.WireName!)} when reader.ValueTextEquals({JsonWriterPrinter.Utf8(value.WireName!)}):
                    value = {JsonDefinitionEmitter.Alias}.{TypeCode.Identifier(value.MemberName!)};
                    return true;
                """);
        }

        // Enum names in another case, combined names, and numbers.
        source.Write(
            """
            default:
                return false;
            """);
        source.Close();
    }

    private static void PrintCase(SourceWriter source, JsonProperty member, int index) => source.Write(
        $"""
        case {Length(member.JsonName)} when members.IsNamed({JsonWriterPrinter.Utf8(member.JsonName)}) && {Reading(member)}:
            members.Add({Number(index)});
            break;
        """);

    private static string Reading(JsonProperty member) =>
        member.IsRead ? $"default({ReaderOf(member)}).TryRead(ref reader, out {Local(member)})" : "reader.TrySkip()";

    // In the order of declaration, as an initializer of the type would.
    private static void PrintSetting(SourceWriter source, JsonObject definition, JsonProperty member, int index)
    {
        var target = definition.IsValueType ? "ref value" : "value";
        var declaring = member.DeclaringType == definition.TypeName ? "value" : $"(({member.DeclaringType.Code()})value)";
        var setting = member switch
        {
            { Setter: PropertySetter.Accessor, IsField: true } => $"{JsonMemberPrinter.AccessorName(member)}.Field({target}) = {Local(member)};",
            { Setter: PropertySetter.Accessor } => $"{JsonMemberPrinter.AccessorName(member)}.Set({target}, {Local(member)});",
            _ => $"{declaring}.{TypeCode.Identifier(member.ClrName)} = {Local(member)};",
        };
        if (member.IsRequired)
        {
            source.Write(setting);
        }
        else
        {
            source.Open($"if (members.Has({Number(index)}))").Write(setting).Close().Blank();
        }
    }

    private static string Expected(EquatableArray<JsonProperty> members, List<Argument> arguments)
    {
        var expected = 0UL;
        for (var i = 0; i < members.Count; i++)
        {
            var isPassed = arguments.Exists(argument => argument.Member == members[i] && argument.Parameter.Default is null);
            expected |= members[i].IsRequired || isPassed ? 1UL << i : 0;
        }

        return $"0x{expected.ToString("X", CultureInfo.InvariantCulture)}";
    }

    // Cast to its type, because another constructor may have the same number of parameters.
    private static string Fallback(JsonConstructorParameter parameter) => parameter.Default!.Kind == ConstantKind.Default
        ? $"default({parameter.TypeName.Code()})"
        : $"({parameter.TypeName.Code()})({parameter.Default.Code()})";

    private static string ReaderOf(JsonProperty member) => ReaderType(member.Shape, TakesNull(member));

    private static string LocalType(JsonProperty member) => ReadType(member.Shape) + (TakesNull(member) && member.Shape is not JsonNullable { IsValueType: true } ? "?" : "");

    private static bool TakesNull(JsonProperty member) => member.Nullability?.TakesNull == true || member.Shape is JsonNullable;

    /// <summary>The struct that reads a whole body.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="scope">How the code around refers to the namespace <c>Jero.Generated</c>.</param>
    public static string BodyReader(JsonShape shape, string scope) =>
        ReaderType(shape is JsonNullable { IsValueType: false } nullable ? nullable.Value : shape, takesNull: false, scope);

    private static string ReaderType(JsonShape shape, bool takesNull, string scope = "") => shape switch
    {
        JsonNullable { IsValueType: true, Value: var value } => $"{scope}NullableReader<{value.TypeName.Code()}, {ReaderType(value, takesNull: false, scope)}>",
        JsonNullable { Value: var value } => ReaderType(value, takesNull, scope),
        _ when takesNull => $"{scope}NullReader<{ReadType(shape)}, {ReaderType(shape, takesNull: false, scope)}>",
        JsonBuiltIn => $"{scope}BuiltInReader",
        JsonReference reference => scope.Length == 0 ? reference.Definition : $"{scope}JeroJson.{reference.Definition}",
        JsonCollection collection =>
            $"{scope}{(collection.Kind == CollectionKind.Array ? "Array" : "List")}Reader<{ItemType(collection)}, {ReaderType(collection.Item, HasNull(collection), scope)}>",
        _ => throw new InvalidOperationException($"No reader for {shape}."),
    };

    // A list is read for an interface of a list.
    private static string ReadType(JsonShape shape) => shape switch
    {
        JsonNullable { IsValueType: false, Value: var value } => ReadType(value),
        JsonCollection { Kind: not CollectionKind.Array } collection => $"global::System.Collections.Generic.List<{ItemType(collection)}>",
        JsonCollection collection => $"{ItemType(collection)}[]",
        _ => shape.TypeName.Code(),
    };

    private static string ItemType(JsonCollection collection) =>
        ReadType(collection.Item) + (HasNull(collection) && collection.Item is not JsonNullable { IsValueType: true } ? "?" : "");

    private static bool HasNull(JsonCollection collection) => collection.HasNull == true || collection.Item is JsonNullable;

    private static bool Belongs(JsonConstructorParameter parameter, JsonProperty member) =>
        string.Equals(parameter.Name, member.ClrName, StringComparison.OrdinalIgnoreCase);

    private static string Local(JsonProperty member) => $"its{member.SupportName}";

    private static string Length(string name) => Number(System.Text.Encoding.UTF8.GetByteCount(name));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a parameter of the constructor gets.</summary>
    /// <param name="Parameter">The parameter.</param>
    /// <param name="Member">The member of the JSON; null if the parameter has its default.</param>
    private sealed record Argument(JsonConstructorParameter Parameter, JsonProperty? Member);
}
