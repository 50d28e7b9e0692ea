namespace Jero;

/// <summary>The versions of the OpenAPI specification that a document can be written in.</summary>
public enum JeroOpenApiVersion
{
    /// <summary>
    /// OpenAPI 3.2, the first version that can describe the items of a stream.
    /// <see href="https://spec.openapis.org/oas/v3.2.0.html"/>
    /// </summary>
    OpenApi32,

    /// <summary>
    /// OpenAPI 3.1, for tools that do not read 3.2 yet: the body of a stream is what <see cref="JeroOpenApiOptions.StreamSchema"/> says, and the schema of its items is kept as the
    /// extension <c>x-itemSchema</c>. <see href="https://spec.openapis.org/oas/v3.1.0.html"/>
    /// </summary>
    OpenApi31,
}
