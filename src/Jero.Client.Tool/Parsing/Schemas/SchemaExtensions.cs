using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>What is asked of schemas in several places.</summary>
internal static class SchemaExtensions
{
    /// <summary>The choices of <c>oneOf</c> or <c>anyOf</c>, with their keyword; none where there are neither.</summary>
    public static (string Keyword, IReadOnlyList<IOpenApiSchema> Schemas) Choices(this IOpenApiSchema schema) =>
        schema.OneOf is { Count: > 0 } one ? ("oneOf", [.. one]) : schema.AnyOf is { Count: > 0 } any ? ("anyOf", [.. any]) : ("oneOf", []);

    /// <summary>Whether it is nothing but null.</summary>
    public static bool IsNull(this IOpenApiSchema schema) => schema is OpenApiSchema { Type: JsonSchemaType.Null, OneOf: not { Count: > 0 }, AnyOf: not { Count: > 0 }, AllOf: not { Count: > 0 } };

    /// <summary>Whether other schemas say by <c>allOf</c> that they are variants of it.</summary>
    public static bool IsUnionBase(this IOpenApiSchema schema) => schema.Discriminator is not null && schema.Choices().Schemas.Count == 0;

    /// <summary>The one string that it allows; null if it allows more.</summary>
    public static string? ConstantText(this IOpenApiSchema schema) =>
        schema.Const ?? (schema.Enum is [System.Text.Json.Nodes.JsonValue only] && only.TryGetValue<string>(out var text) ? text : null);
}
