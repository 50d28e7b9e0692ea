using System.Globalization;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>Prints what a handler sends: its Responses Object.</summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html#responses-object</remarks>
internal static class OpenApiResponsesPrinter
{
    public static void Print(JsonTextWriter json, Handler handler)
    {
        json.StartObject("responses");
        var statuses = handler.Responses.Select(static response => response.Status)
            .Concat(handler.Operation.Statuses.Select(static status => (int?)status))
            .Distinct()
            .OrderBy(static status => status ?? int.MaxValue);
        foreach (var status in statuses)
        {
            var responses = handler.Responses.Where(response => response.Status == status).ToList();
            json.StartObject(status?.ToString(CultureInfo.InvariantCulture) ?? "default");
            if (responses.All(static response => response is { ContentType: null } or { ContentType: "application/problem+json", IsProblem: true })
                && (responses.Any(static response => response.ContentType is not null) || responses.Count == 0 || handler.Operation.Statuses.Any(known => known == status)))
            {
                json.String("$ref", "#/components/responses/Problem");
                if (responses.Select(static response => response.Description).FirstOrDefault(static text => text is not null) is { } description)
                {
                    json.String("description", description);
                }
            }
            else
            {
                PrintResponse(json, responses);
            }

            json.EndObject();
        }

        json.EndObject();
    }

    private static void PrintResponse(JsonTextWriter json, List<Response> responses)
    {
        json.String("description", responses.Select(static response => response.Description).FirstOrDefault(static text => text is not null) ?? Describe(responses[0]));
        var headers = responses.SelectMany(static response => response.Headers).GroupBy(static header => header.Name).Select(static group => group.First()).ToList();
        var hasLocation = responses.Exists(static response => response.HasLocation);
        if (headers.Count > 0 || hasLocation)
        {
            json.StartObject("headers");
            if (hasLocation && headers.TrueForAll(static header => header.Name != "location"))
            {
                PrintLocation(json, isRequired: responses.TrueForAll(static response => response.HasLocation));
            }

            foreach (var header in headers)
            {
                json.StartObject(header.Name);
                if (header.Annotations.Description is { } description)
                {
                    json.String("description", description);
                }

                if (header.IsRequired && responses.Count == 1)
                {
                    json.Literal("required", "true");
                }

                // A header whose value is null is left out, so null is not one of its values.
                JsonSchemaPrinter.Print(
                    json,
                    "schema",
                    header.Shape is JsonNullable nullable ? nullable.Value : header.Shape,
                    new JsonAnnotations { Keywords = header.Annotations.Keywords });
                if (header.Annotations.IsDeprecated)
                {
                    json.Literal("deprecated", "true");
                }

                json.EndObject();
            }

            json.EndObject();
        }

        var contents = responses.Where(static response => response.ContentType is not null).GroupBy(static response => response.ContentType!).ToList();
        if (contents.Count == 0)
        {
            return;
        }

        json.StartObject("content");
        foreach (var content in contents)
        {
            json.StartObject(content.Key);
            PrintContent(json, content.Where(static response => response.IsProblem || response.Item is not null || response.Kind.HasText).ToList());
            json.EndObject();
        }

        json.EndObject();
    }

    // https://www.rfc-editor.org/rfc/rfc9110.html#name-location
    private static void PrintLocation(JsonTextWriter json, bool isRequired)
    {
        json.StartObject("location").String("description", "Where the resource is.");
        if (isRequired)
        {
            json.Literal("required", "true");
        }

        json.StartObject("schema").String("type", "string").String("format", "uri-reference").EndObject().EndObject();
    }

    private static void PrintContent(JsonTextWriter json, List<Response> responses)
    {
        if (responses.Count == 0)
        {
            return;
        }

        var name = responses[0].Kind.SchemaKeyword;
        if (responses.Count == 1)
        {
            PrintSchema(json, name, responses[0]);
            return;
        }

        json.StartObject(name).StartArray("anyOf");
        foreach (var response in responses)
        {
            PrintSchema(json, null, response);
        }

        json.EndArray().EndObject();
    }

    private static void PrintSchema(JsonTextWriter json, string? name, Response response)
    {
        if (response.Kind.HasEvents)
        {
            OpenApiEventPrinter.Print(json, name, response);
        }
        else if (response.IsProblem)
        {
            json.StartObject(name).String("$ref", "#/components/schemas/ProblemDetails").EndObject();
        }
        else if (response.Kind.IsArray)
        {
            json.StartObject(name).String("type", "array");
            JsonSchemaPrinter.Print(json, "items", response.Item!);
            json.EndObject();
        }
        else
        {
            JsonSchemaPrinter.Print(json, name, response.Item!);
        }
    }

    private static string Describe(Response response) => response.Kind.Description ?? DescribeStatus(response.Status);

    // The meanings of RFC 9110, section 15.
    private static string DescribeStatus(int? status) => status switch
    {
        200 => "The request succeeded.",
        201 => "A resource was created.",
        202 => "The request was accepted and is not yet done.",
        204 => "The request succeeded; there is no body.",
        400 => "The request is not valid.",
        401 => "The request lacks valid credentials.",
        404 => "There is no such resource.",
        409 => "The request conflicts with the state of the resource.",
        422 => "The request is understood, but cannot be processed.",
        500 => "The server failed.",
        _ => "Any other response.",
    };
}
