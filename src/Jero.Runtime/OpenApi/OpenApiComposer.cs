using System.Buffers;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jero.Generated;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Jero.OpenApi;

/// <summary>
/// Joins the parts that were made at compile time into one OpenAPI 3.2 document: paths as mapped, components in ordinal order, so that
/// two runs of one build give the same bytes.
/// </summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html</remarks>
internal static class OpenApiComposer
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly SchemaComponent ProblemDetails = new("ProblemDetails", "Microsoft.AspNetCore.Mvc.ProblemDetails", static () =>
        """
        {
          "description": "A problem by RFC 9457.",
          "type": "object",
          "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer", "format": "int32" },
            "detail": { "type": "string" },
            "instance": { "type": "string" },
            "errors": {
              "description": "What is wrong, by the parameter's name.",
              "type": "object",
              "additionalProperties": { "type": "array", "items": { "type": "string" } }
            }
          }
        }
        """u8);

    public static byte[] Compose(IEnumerable<Microsoft.AspNetCore.Http.Endpoint> endpoints, JeroOpenApiOptions options)
    {
        var described = endpoints
            .OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.Metadata.GetMetadata<OperationDescription>() is not null
                && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })
            .ToList();

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.2.0");
            WriteInfo(json, options, described);
            WriteServers(json, options);
            WritePaths(json, described);
            WriteComponents(json, described);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteInfo(Utf8JsonWriter json, JeroOpenApiOptions options, List<RouteEndpoint> endpoints)
    {
        var assembly = endpoints.FirstOrDefault()?.Metadata.GetMetadata<MethodInfo>()?.Module.Assembly.GetName();
        json.WriteStartObject("info");
        json.WriteString("title", options.Title ?? assembly?.Name ?? "API");
        json.WriteString("version", options.Version ?? assembly?.Version?.ToString(3) ?? "1.0.0");
        if (options.Description is { } description)
        {
            json.WriteString("description", description);
        }

        json.WriteEndObject();
    }

    private static void WriteServers(Utf8JsonWriter json, JeroOpenApiOptions options)
    {
        if (options.Servers.Count == 0)
        {
            return;
        }

        json.WriteStartArray("servers");
        foreach (var url in options.Servers)
        {
            json.WriteStartObject();
            json.WriteString("url", url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePaths(Utf8JsonWriter json, List<RouteEndpoint> endpoints)
    {
        json.WriteStartObject("paths");
        foreach (var path in endpoints.GroupBy(static endpoint => OpenApiPath.Of(endpoint.RoutePattern), StringComparer.Ordinal))
        {
            json.WriteStartObject(path.Key);
            foreach (var endpoint in path)
            {
                var operation = endpoint.Metadata.GetMetadata<OperationDescription>()!;
                json.WritePropertyName(OpenApiPath.Key(operation.Verb));
                Describe(operation, endpoint).WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // What was said at mapping wins over what was known at compile time.
    private static JsonObject Describe(OperationDescription description, RouteEndpoint endpoint)
    {
        var operation = JsonNode.Parse(description.Json())!.AsObject();
        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is { } name)
        {
            operation["operationId"] = name.EndpointName;
        }

        if (endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is { } summary)
        {
            operation["summary"] = summary.Summary;
        }

        if (endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>() is { } text)
        {
            operation["description"] = text.Description;
        }

        if (endpoint.Metadata.GetMetadata<ITagsMetadata>() is { } tags)
        {
            operation["tags"] = new JsonArray([.. tags.Tags.Select(static tag => JsonValue.Create(tag))]);
        }

        return operation;
    }

    private static void WriteComponents(Utf8JsonWriter json, List<RouteEndpoint> endpoints)
    {
        var schemas = new SortedDictionary<string, SchemaComponent>(StringComparer.Ordinal) { [ProblemDetails.Name] = ProblemDetails };
        foreach (var schema in endpoints.SelectMany(static endpoint => endpoint.Metadata.GetMetadata<OperationDescription>()!.Schemas))
        {
            if (schemas.TryAdd(schema.Name, schema) || schemas[schema.Name].TypeName == schema.TypeName)
            {
                continue;
            }

            throw new InvalidOperationException(
                $"The types '{schemas[schema.Name].TypeName}' and '{schema.TypeName}' would both be the component '{schema.Name}' of the OpenAPI document. Rename one of them.");
        }

        json.WriteStartObject("components");
        json.WritePropertyName("responses");
        json.WriteRawValue(
            """{"Problem":{"description":"What was wrong with the request, by RFC 9457.","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/ProblemDetails"}}}}}"""u8);
        json.WriteStartObject("schemas");
        foreach (var schema in schemas.Values)
        {
            json.WritePropertyName(schema.Name);
            JsonNode.Parse(schema.Json())!.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
