using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>Prints shapes as JSON Schema.</summary>
internal static class JsonSchemaPrinter
{
    public static string Print(JsonDefinition definition)
    {
        var json = new JsonTextWriter().StartObject();
        Describe(json, definition.Annotations);
        switch (definition)
        {
            case JsonEnum named:
                PrintEnum(json, named);
                break;
            case EnumNames names:
                PrintNames(json, names);
                break;
            case JsonObject { Polymorphism: { } polymorphism } entity:
                PrintPolymorphic(json, entity, polymorphism);
                break;
            case JsonObject entity:
                PrintMembers(json, entity.Properties, entity.Usage, entity.IsClosed, tag: null);
                break;
        }

        Annotate(json, definition.Annotations);
        return json.EndObject().ToString();
    }

    /// <summary>Prints one variant of a polymorphic type: its members, and the tag that tells it from the others.</summary>
    public static string Print(JsonVariant variant, JsonObject definition)
    {
        var json = new JsonTextWriter().StartObject();
        Describe(json, variant.Annotations);
        PrintMembers(json, variant.Properties, definition.Usage, variant.IsClosed, variant.Tag is null ? null : (definition.Polymorphism!.Discriminator, variant.Tag));
        Annotate(json, variant.Annotations with { Example = null });
        return json.EndObject().ToString();
    }

    /// <summary>Prints a schema as a member of what is open in <paramref name="json"/>.</summary>
    public static void Print(JsonTextWriter json, string? name, JsonShape shape, JsonAnnotations? annotations = null)
    {
        json.StartObject(name);
        Describe(json, annotations ?? JsonAnnotations.None);
        PrintKeywords(json, shape, isNullable: false);
        Annotate(json, annotations ?? JsonAnnotations.None);
        json.EndObject();
    }

    // Combinations of flags are values that no list has.
    private static void PrintEnum(JsonTextWriter json, JsonEnum named)
    {
        json.String("type", named.IsString ? "string" : "integer");
        if (named.IsFlags || named.Values.Count == 0 || (named.IsString && named.Values.Any(static value => value.WireName is null)))
        {
            return;
        }

        json.StartArray("enum");
        foreach (var value in named.Values)
        {
            _ = named.IsString ? json.String(null, value.WireName!) : json.Literal(null, value.Number);
        }

        json.EndArray();
    }

    private static void PrintNames(JsonTextWriter json, EnumNames names)
    {
        json.String("type", "string");
        if (names.IsFlags || names.Members.Count == 0)
        {
            return;
        }

        json.StartArray("enum");
        foreach (var member in names.Members)
        {
            json.String(null, member.Name);
        }

        json.EndArray();
    }

    // A discriminator tells the variants apart. For a variant without one, only its members can.
    private static void PrintPolymorphic(JsonTextWriter json, JsonObject definition, JsonPolymorphism polymorphism)
    {
        var isTagged = !polymorphism.HasBase && polymorphism.Variants.All(static variant => variant.Tag is not null);
        json.StartArray(isTagged ? "oneOf" : "anyOf");
        foreach (var variant in polymorphism.Variants)
        {
            json.StartObject().String("$ref", Reference(variant.Component)).EndObject();
        }

        if (polymorphism.HasBase)
        {
            json.StartObject();
            PrintMembers(json, definition.Properties, definition.Usage, definition.IsClosed, tag: null);
            json.EndObject();
        }

        json.EndArray();
        if (!isTagged)
        {
            return;
        }

        json.StartObject("discriminator").String("propertyName", polymorphism.Discriminator).StartObject("mapping");
        foreach (var variant in polymorphism.Variants)
        {
            json.String(variant.TagText!, Reference(variant.Component));
        }

        json.EndObject().EndObject();
    }

    private static void PrintMembers(JsonTextWriter json, EquatableArray<JsonProperty> properties, JsonUsage usage, bool isClosed, (string Name, string Value)? tag)
    {
        json.String("type", "object");
        var listed = properties.Where(property => IsListed(property, usage)).ToList();
        var required = listed.Where(property => IsRequired(property, usage)).Select(static property => property.JsonName);
        var names = (tag is { } discriminator ? new[] { discriminator.Name }.Concat(required) : required).ToList();
        if (names.Count > 0)
        {
            json.StartArray("required");
            names.ForEach(name => json.String(null, name));
            json.EndArray();
        }

        if (listed.Count > 0 || tag is not null)
        {
            PrintProperties(json, listed, usage, tag);
        }

        if (isClosed && (usage & JsonUsage.Read) != 0)
        {
            json.Literal("additionalProperties", "false");
        }
    }

    private static void PrintProperties(JsonTextWriter json, List<JsonProperty> listed, JsonUsage usage, (string Name, string Value)? tag)
    {
        json.StartObject("properties");
        if (tag is var (name, value))
        {
            json.StartObject(name).String("type", value[0] == '"' ? "string" : "integer").Literal("const", value).EndObject();
        }

        foreach (var property in listed)
        {
            json.StartObject(property.JsonName);
            Describe(json, property.Annotations);
            PrintKeywords(json, FormOf(property, usage), isNullable: false);
            Annotate(json, property.Annotations);
            if (usage == (JsonUsage.Read | JsonUsage.Written) && !(property.IsWritten && property.IsRead))
            {
                json.Literal(property.IsWritten ? "readOnly" : "writeOnly", "true");
            }

            json.EndObject();
        }

        json.EndObject();
    }

    private static bool IsListed(JsonProperty property, JsonUsage usage) => !property.IsExtensionData && usage switch
    {
        JsonUsage.Read => property.IsRead,
        JsonUsage.Read | JsonUsage.Written => property.IsRead || property.IsWritten,
        _ => property.IsWritten,
    };

    // A client relies on what is always written, and sends what is expected. A type that is both read and written promises only what is
    // true of both.
    private static bool IsRequired(JsonProperty property, JsonUsage usage) => usage switch
    {
        JsonUsage.Read => property.IsExpected,
        JsonUsage.Read | JsonUsage.Written => property is { IsExpected: true, IsAlwaysWritten: true },
        _ => property.IsAlwaysWritten,
    };

    // A number that its member writes in another form no longer has the form of its type. What is never written as null may be read as
    // null, and the reverse.
    private static JsonShape FormOf(JsonProperty property, JsonUsage usage)
    {
        if (property is { Format: { IsForeign: true, Converter: null } })
        {
            return new JsonForeign { TypeName = property.Shape.TypeName, IsValueType = false, Converter = null, SchemaType = null };
        }

        if (property.Nullability is not { } nullability)
        {
            return property.Shape;
        }

        var value = property.Shape is JsonNullable { IsValueType: false } nullable ? nullable.Value : property.Shape;
        var isNullable = usage switch
        {
            JsonUsage.Read => nullability.TakesNull,
            JsonUsage.Read | JsonUsage.Written => nullability.TakesNull || nullability.HasNull,
            _ => nullability.HasNull,
        };
        return isNullable ? new JsonNullable { TypeName = value.TypeName, Value = value, IsValueType = false } : value;
    }

    private static void PrintKeywords(JsonTextWriter json, JsonShape shape, bool isNullable)
    {
        switch (shape)
        {
            case JsonNullable { Value: JsonForeign { SchemaType: null } }:
                break;
            case JsonNullable { Value: JsonReference reference }:
                json.StartArray("oneOf");
                json.StartObject().String("type", "null").EndObject();
                json.StartObject().String("$ref", Reference(reference.Component)).EndObject();
                json.EndArray();
                break;
            case JsonNullable nullable:
                PrintKeywords(json, nullable.Value, isNullable: true);
                break;
            case JsonReference reference:
                json.String("$ref", Reference(reference.Component));
                break;
            case JsonCollection collection:
                PrintType(json, "array", isNullable);
                Print(json, "items", collection.Item);
                break;
            case JsonDictionary dictionary:
                PrintType(json, "object", isNullable);
                Print(json, "additionalProperties", dictionary.Value);
                break;
            case JsonForeign { SchemaType: { } foreign }:
                PrintType(json, foreign, isNullable);
                break;
            case JsonBuiltIn builtIn:
                var (type, keyword, value) = BuiltIn(builtIn.Type);
                PrintType(json, type, isNullable);
                if (builtIn.Type == BuiltInType.Char)
                {
                    json.Literal("minLength", "1").Literal("maxLength", "1");
                }
                else if (value is not null)
                {
                    json.String(keyword, value);
                }

                break;
        }
    }

    private static void PrintType(JsonTextWriter json, string type, bool isNullable)
    {
        if (isNullable)
        {
            json.StartArray("type").String(null, type).String(null, "null").EndArray();
        }
        else
        {
            json.String("type", type);
        }
    }

    private static void Describe(JsonTextWriter json, JsonAnnotations annotations)
    {
        if (annotations.Description is { } description)
        {
            json.String("description", description);
        }
    }

    private static void Annotate(JsonTextWriter json, JsonAnnotations annotations)
    {
        foreach (var keyword in annotations.Keywords)
        {
            json.Literal(keyword.Name, keyword.Json);
        }

        if (annotations.Example is { } example)
        {
            json.StartArray("examples").Literal(null, example).EndArray();
        }

        if (annotations.IsDeprecated)
        {
            json.Literal("deprecated", "true");
        }
    }

    private static string Reference(string component) => $"#/components/schemas/{component}";

    private static (string Type, string Keyword, string? Value) BuiltIn(BuiltInType type) => type switch
    {
        BuiltInType.Boolean => ("boolean", "format", null),
        BuiltInType.SByte => ("integer", "format", "int8"),
        BuiltInType.Byte => ("integer", "format", "uint8"),
        BuiltInType.Int16 => ("integer", "format", "int16"),
        BuiltInType.UInt16 => ("integer", "format", "uint16"),
        BuiltInType.Int32 => ("integer", "format", "int32"),
        BuiltInType.UInt32 => ("integer", "format", "uint32"),
        BuiltInType.Int64 => ("integer", "format", "int64"),
        BuiltInType.UInt64 => ("integer", "format", "uint64"),
        BuiltInType.Int128 or BuiltInType.UInt128 => ("integer", "format", null),
        BuiltInType.Half => ("number", "format", null),
        BuiltInType.Single => ("number", "format", "float"),
        BuiltInType.Double => ("number", "format", "double"),
        BuiltInType.Decimal => ("number", "format", "decimal"),
        BuiltInType.Guid => ("string", "format", "uuid"),
        BuiltInType.Uri => ("string", "format", "uri-reference"),
        BuiltInType.Version => ("string", "pattern", @"^\d+(\.\d+){1,3}$"),

        // A value of unspecified kind has no offset, so it is not a date-time.
        BuiltInType.DateTime => ("string", "pattern", @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+\-]\d{2}:\d{2})?$"),
        BuiltInType.DateTimeOffset => ("string", "format", "date-time"),
        BuiltInType.DateOnly => ("string", "format", "date"),
        BuiltInType.TimeOnly => ("string", "format", "time-local"),
        BuiltInType.TimeSpan => ("string", "pattern", @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$"),
        BuiltInType.Bytes or BuiltInType.ByteMemory => ("string", "contentEncoding", "base64"),
        _ => ("string", "format", null),
    };
}
