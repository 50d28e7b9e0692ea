using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>Prints what a handler takes: its Parameter Objects and its Request Body Object.</summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html#parameter-object</remarks>
internal static class OpenApiRequestPrinter
{
    private static readonly string[] SequentialTypes = ["application/x-ndjson", "application/jsonl", "application/json-seq"];

    private const string Sequence = "A sequence of JSON values, read as they come: one a line, an RFC 7464 sequence, or one array.";

    public static void Print(JsonTextWriter json, Handler handler)
    {
        PrintParameters(json, handler.Bindings.Where(IsParameter).GroupBy(static binding => (binding.Source, binding.WireName)).Select(static group => group.First()).ToList());
        if (handler.Body is { } body)
        {
            PrintBody(json, body, handler.Bindings.Where(static binding => binding is { Source: BindingSource.Form, WireName.Length: > 0 }).ToList());
        }
    }

    // A document describes these three by its media types and security schemes.
    private static bool IsParameter(Binding binding) => binding.Source switch
    {
        BindingSource.Route or BindingSource.Query => true,
        BindingSource.Header => binding.WireName.ToLowerInvariant() is not ("accept" or "content-type" or "authorization"),
        _ => false,
    };

    private static void PrintParameters(JsonTextWriter json, List<Binding> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        json.StartArray("parameters");
        foreach (var parameter in parameters)
        {
            json.StartObject();
            json.String("name", parameter.WireName);
            json.String("in", parameter.Source == BindingSource.Route ? "path" : parameter.Source.ToString().ToLowerInvariant());
            if (parameter.Annotations.Description is { } description)
            {
                json.String("description", description);
            }

            if (parameter.Source == BindingSource.Route || !parameter.IsOptional)
            {
                json.Literal("required", "true");
            }

            if (parameter.Annotations.IsDeprecated)
            {
                json.Literal("deprecated", "true");
            }

            JsonSchemaPrinter.Print(json, "schema", parameter.Shape!, new JsonAnnotations { Keywords = parameter.Annotations.Keywords });
            if (parameter.Annotations.Example is { } example)
            {
                json.Literal("example", example);
            }

            json.EndObject();
        }

        json.EndArray();
    }

    private static void PrintBody(JsonTextWriter json, RequestBody body, List<Binding> fields)
    {
        json.StartObject("requestBody");
        if ((body.Description ?? (body.Kind == RequestBodyKind.Sequence ? Sequence : null)) is { } description)
        {
            json.String("description", description);
        }

        if (!body.IsOptional)
        {
            json.Literal("required", "true");
        }

        json.StartObject("content");
        switch (body.Kind)
        {
            case RequestBodyKind.Json:
                json.StartObject("application/json");
                JsonSchemaPrinter.Print(json, "schema", body.Shape!);
                json.EndObject();
                break;
            case RequestBodyKind.Sequence:
                PrintSequence(json, body.Shape!);
                break;
            case RequestBodyKind.Form:
                PrintForm(json, "multipart/form-data", fields);
                if (fields.All(static field => field.Shape is not null))
                {
                    PrintForm(json, "application/x-www-form-urlencoded", fields);
                }

                break;
            default:
                json.StartObject("application/octet-stream").EndObject();
                break;
        }

        json.EndObject().EndObject();
    }

    // A JSON array is not a sequential media type, so its items are described like those of any array.
    // https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
    private static void PrintSequence(JsonTextWriter json, JsonShape item)
    {
        foreach (var contentType in SequentialTypes)
        {
            json.StartObject(contentType);
            JsonSchemaPrinter.Print(json, "itemSchema", item);
            json.EndObject();
        }

        json.StartObject("application/json").StartObject("schema").String("type", "array");
        JsonSchemaPrinter.Print(json, "items", item);
        json.EndObject().EndObject();
    }

    private static void PrintForm(JsonTextWriter json, string contentType, List<Binding> fields)
    {
        json.StartObject(contentType).StartObject("schema").String("type", "object");
        if (fields.Any(static field => !field.IsOptional))
        {
            json.StartArray("required");
            foreach (var field in fields.Where(static field => !field.IsOptional))
            {
                json.String(null, field.WireName);
            }

            json.EndArray();
        }

        if (fields.Count > 0)
        {
            json.StartObject("properties");
            foreach (var field in fields)
            {
                if (field.Shape is { } shape)
                {
                    JsonSchemaPrinter.Print(json, field.WireName, shape, field.Annotations);
                }
                else
                {
                    // https://spec.openapis.org/oas/v3.2.0.html#working-with-binary-data
                    json.StartObject(field.WireName);
                    if (field.Annotations.Description is { } description)
                    {
                        json.String("description", description);
                    }

                    json.String("contentMediaType", "application/octet-stream").EndObject();
                }
            }

            json.EndObject();
        }

        json.EndObject().EndObject();
    }
}
