using Jero.Generator.Model;

namespace Jero.Generator.Emission;

/// <summary>Prints shapes as JSON Schema.</summary>
internal static class JsonSchemaPrinter
{
    public static string Print(JsonDefinition definition)
    {
        var json = new JsonTextWriter().StartObject();
        Describe(json, definition.Description);
        if (definition is JsonEnum named)
        {
            json.String("type", "integer");
            json.StartArray("enum");
            foreach (var value in named.Values)
            {
                json.Literal(null, value);
            }

            json.EndArray();
        }
        else
        {
            PrintMembers(json, (JsonObject)definition);
        }

        return json.EndObject().ToString();
    }

    /// <summary>Prints a schema as a member of what is open in <paramref name="json"/>.</summary>
    public static void Print(JsonTextWriter json, string? name, JsonShape shape, string? description = null)
    {
        json.StartObject(name);
        Describe(json, description);
        PrintKeywords(json, shape, isNullable: false);
        json.EndObject();
    }

    private static void PrintMembers(JsonTextWriter json, JsonObject definition)
    {
        json.String("type", "object");
        if (definition.Properties.Count == 0)
        {
            return;
        }

        json.StartArray("required");
        foreach (var property in definition.Properties)
        {
            json.String(null, property.JsonName);
        }

        json.EndArray().StartObject("properties");
        foreach (var property in definition.Properties)
        {
            Print(json, property.JsonName, property.Shape, property.Description);
        }

        json.EndObject();
    }

    private static void PrintKeywords(JsonTextWriter json, JsonShape shape, bool isNullable)
    {
        switch (shape)
        {
            case JsonNullable { Value: JsonReference reference }:
                json.StartArray("oneOf");
                json.StartObject().String("type", "null").EndObject();
                json.StartObject().String("$ref", Reference(reference)).EndObject();
                json.EndArray();
                break;
            case JsonNullable nullable:
                PrintKeywords(json, nullable.Value, isNullable: true);
                break;
            case JsonReference reference:
                json.String("$ref", Reference(reference));
                break;
            case JsonCollection collection:
                PrintType(json, "array", isNullable);
                Print(json, "items", collection.Item);
                break;
            case JsonBuiltIn builtIn:
                var (type, format) = BuiltIn(builtIn.Type);
                PrintType(json, type, isNullable);
                if (format is not null)
                {
                    json.String("format", format);
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

    private static void Describe(JsonTextWriter json, string? description)
    {
        if (description is not null)
        {
            json.String("description", description);
        }
    }

    private static string Reference(JsonReference reference) => $"#/components/schemas/{reference.Component}";

    private static (string Type, string? Format) BuiltIn(BuiltInType type) => type switch
    {
        BuiltInType.Boolean => ("boolean", null),
        BuiltInType.SByte => ("integer", "int8"),
        BuiltInType.Byte => ("integer", "uint8"),
        BuiltInType.Int16 => ("integer", "int16"),
        BuiltInType.UInt16 => ("integer", "uint16"),
        BuiltInType.Int32 => ("integer", "int32"),
        BuiltInType.UInt32 => ("integer", "uint32"),
        BuiltInType.Int64 => ("integer", "int64"),
        BuiltInType.UInt64 => ("integer", "uint64"),
        BuiltInType.Double or BuiltInType.Decimal => ("number", "double"),
        BuiltInType.Guid => ("string", "uuid"),
        BuiltInType.DateTime or BuiltInType.DateTimeOffset => ("string", "date-time"),
        BuiltInType.DateOnly => ("string", "date"),
        _ => ("string", null),
    };
}
