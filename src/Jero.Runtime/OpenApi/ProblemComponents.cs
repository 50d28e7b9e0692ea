using System.Text.Json.Nodes;
using Jero.Generated;

namespace Jero.OpenApi;

/// <summary>Defines the component that every error response refers to.</summary>
internal static class ProblemComponents
{
    /// <summary>The reference that operations have.</summary>
    public const string Reference = "#/components/responses/Problem";

    /// <summary>The reference to the schema alone, for a problem that is sent under another media type.</summary>
    public const string SchemaReference = "#/components/schemas/ProblemDetails";

    /// <summary>The schema of RFC 9457, with the errors by parameter that ASP.NET Core adds.</summary>
    public static readonly SchemaComponent Schema = new("ProblemDetails", "Microsoft.AspNetCore.Mvc.ProblemDetails", static () =>
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

    public static JsonObject CreateResponses() => new()
    {
        ["Problem"] = new JsonObject
        {
            ["description"] = "What was wrong, by RFC 9457.",
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject
                {
                    ["schema"] = new JsonObject { ["$ref"] = SchemaReference },
                },
            },
        },
    };
}
