using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Jero.Client.Tool.Parsing;

/// <summary>Reads a document of OpenAPI 3.0, 3.1 or 3.2.</summary>
internal static class DocumentReader
{
    private static readonly string[] ItemSchemaExtensions = ["x-itemSchema", "x-oai-itemSchema"];

    /// <summary>The document, and its JSON as it was read; null if it is none.</summary>
    public static (OpenApiDocument Document, JsonObject Json)? Read(string text, Findings findings)
    {
        if (Parse(text, findings) is not { } json)
        {
            return null;
        }

        Upgrade(json);
        var result = OpenApiDocument.Parse(json.ToJsonString(), "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        foreach (var error in result.Diagnostic?.Errors ?? [])
        {
            findings.Warn(new Pointer(error.Pointer is { Length: > 0 } pointer ? pointer : "#"), error.Message);
        }

        if (result.Document is not { } document)
        {
            findings.Error(Pointer.Root, "This is no OpenAPI document.");
            return null;
        }

        return (document, json);
    }

    private static JsonObject? Parse(string text, Findings findings)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is not JsonObject json)
            {
                findings.Error(Pointer.Root, "This is no OpenAPI document: it is no JSON object.");
                return null;
            }

            var version = json["openapi"] is JsonValue value && value.TryGetValue<string>(out var said) ? said : null;
            if (version is null || !(version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal)
                || version.StartsWith("3.2", StringComparison.Ordinal)))
            {
                findings.Error(
                    Pointer.Root["openapi"],
                    version is null ? "'openapi' is missing; documents of OpenAPI 3.0, 3.1 and 3.2 are read." : $"OpenAPI '{version}' is not read; 3.0, 3.1 and 3.2 are.");
                return null;
            }

            return json;
        }
        catch (JsonException exception)
        {
            findings.Error(Pointer.Root, $"The file is no JSON; convert YAML first. {exception.Message}");
            return null;
        }
    }

    // Whatever is in 3.1 means the same in 3.2, which has a keyword for streams besides. Frameworks write it into documents of 3.1 too, as it is or as an extension.
    private static void Upgrade(JsonObject json)
    {
        if (json["openapi"]!.GetValue<string>().StartsWith("3.1", StringComparison.Ordinal))
        {
            json["openapi"] = "3.2.0";
            RenameItemSchemas(json);
        }
    }

    private static void RenameItemSchemas(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                RenameItemSchemas(item);
            }
        }
        else if (node is JsonObject value)
        {
            foreach (var extension in ItemSchemaExtensions.Where(extension => value[extension] is JsonObject && !value.ContainsKey("itemSchema")))
            {
                value["itemSchema"] = value[extension]!.DeepClone();
                value.Remove(extension);
            }

            foreach (var (_, member) in value)
            {
                RenameItemSchemas(member);
            }
        }
    }
}
