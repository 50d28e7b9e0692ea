using System.Globalization;
using Jero.Generator.Model;

namespace Jero.Generator.Emission;

/// <summary>Prints a handler as an OpenAPI 3.2 Operation Object.</summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html#operation-object</remarks>
internal static class OperationPrinter
{
    public static string Print(Handler handler)
    {
        var json = new JsonTextWriter().StartObject();
        json.String("operationId", handler.Operation.Id);
        if (handler.Operation.Summary is { } summary)
        {
            json.String("summary", summary);
        }

        if (handler.Operation.Description is { } description)
        {
            json.String("description", description);
        }

        PrintParameters(json, handler.Parameters.Where(static parameter => parameter.Shape is not null).ToList());
        json.StartObject("responses");
        PrintSuccess(json, handler.Response);
        foreach (var status in handler.Operation.Statuses)
        {
            json.StartObject(status.ToString(CultureInfo.InvariantCulture)).String("$ref", "#/components/responses/Problem").EndObject();
        }

        return json.EndObject().EndObject().ToString();
    }

    private static void PrintParameters(JsonTextWriter json, List<Parameter> parameters)
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
            json.String("in", parameter.Source == ParameterSource.Route ? "path" : parameter.Source.ToString().ToLowerInvariant());
            if (parameter.Source == ParameterSource.Route || !parameter.IsOptional)
            {
                json.Literal("required", "true");
            }

            JsonSchemaPrinter.Print(json, "schema", parameter.Shape!);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void PrintSuccess(JsonTextWriter json, Response response)
    {
        json.StartObject("200").String("description", Describe(response.Kind));
        if (response.Headers.Count > 0)
        {
            json.StartObject("headers");
            foreach (var header in response.Headers)
            {
                json.StartObject(header.Name);
                if (header.IsRequired)
                {
                    json.Literal("required", "true");
                }

                // A header is left out where its value is null, so null is no value of it.
                JsonSchemaPrinter.Print(json, "schema", header.Shape is JsonNullable nullable ? nullable.Value : header.Shape);
                json.EndObject();
            }

            json.EndObject();
        }

        json.StartObject("content").StartObject(response.ContentType);
        PrintContent(json, response);
        json.EndObject().EndObject().EndObject();
    }

    private static void PrintContent(JsonTextWriter json, Response response)
    {
        switch (response.Kind)
        {
            case ResponseKind.NdjsonStream:
                JsonSchemaPrinter.Print(json, "itemSchema", response.Item!);
                break;
            case ResponseKind.EventStream or ResponseKind.TextEventStream:
                PrintEvent(json, response.Item);
                break;
            case ResponseKind.Json:
                JsonSchemaPrinter.Print(json, "schema", response.Item!);
                break;
        }
    }

    // Fields of an event are strings to the specification; JSON in `data` is described by contentSchema.
    // https://spec.openapis.org/oas/v3.2.0.html#special-considerations-for-server-sent-events
    private static void PrintEvent(JsonTextWriter json, JsonShape? item)
    {
        json.StartObject("itemSchema").String("type", "object");
        json.StartArray("required").String(null, "data").EndArray();
        json.StartObject("properties").StartObject("data");
        if (item is not null)
        {
            json.String("description", $"One {NameOf(item)} as JSON.");
        }

        json.String("type", "string");
        if (item is not null)
        {
            json.String("contentMediaType", "application/json");
            JsonSchemaPrinter.Print(json, "contentSchema", item);
        }

        json.EndObject();
        json.StartObject("event").String("type", "string").EndObject();
        json.StartObject("id").String("type", "string").EndObject();
        json.StartObject("retry").String("type", "integer").Literal("minimum", "0").EndObject();
        json.EndObject().EndObject();
    }

    private static string NameOf(JsonShape shape) => shape switch
    {
        JsonReference reference => reference.Component,
        JsonNullable nullable => NameOf(nullable.Value),
        JsonCollection collection => "list of " + NameOf(collection.Item),
        JsonBuiltIn builtIn => builtIn.Type.ToString(),
        _ => "value",
    };

    private static string Describe(ResponseKind kind) => kind switch
    {
        ResponseKind.NdjsonStream => "A stream of JSON values, one a line.",
        ResponseKind.EventStream or ResponseKind.TextEventStream => "A stream of server-sent events.",
        ResponseKind.ByteStream => "A stream of bytes.",
        ResponseKind.Json => "A JSON value.",
        _ => "Bytes.",
    };
}
