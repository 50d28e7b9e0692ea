namespace Jero;

/// <summary>Specifies the version of the OpenAPI specification that a document is written in.</summary>
public enum JeroOpenApiVersion
{
    /// <summary>
    /// OpenAPI 3.2, the first version that can describe the items of a stream. <see href="https://spec.openapis.org/oas/v3.2.0.html"/>
    /// </summary>
    OpenApi32,

    /// <summary>
    /// OpenAPI 3.1, for tools that do not read 3.2 yet. <see cref="JeroOpenApiOptions.StreamSchema"/> decides how the body of a stream is
    /// described, and the extension <c>x-itemSchema</c> keeps the schema of its items.
    /// <see href="https://spec.openapis.org/oas/v3.1.0.html"/>
    /// </summary>
    OpenApi31,
}
