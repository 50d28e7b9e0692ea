using System.Text.Json.Nodes;

namespace Jero;

/// <summary>
/// Sets what the OpenAPI document says about the app as a whole. Set the options while the app is being mapped. Not thread-safe.
/// </summary>
public sealed class JeroOpenApiOptions
{
    /// <summary>Gets or sets the title of the API. The default is the app's name.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the version of the API. The default is the version of the app's assembly.</summary>
    public string? Version { get; set; }

    /// <summary>Gets or sets what the API is for, in CommonMark. The default is null: the document has no description.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// Gets the URLs of the servers, absolute or relative to the document. If the list is empty, the document names no server, or the path
    /// base that its request came under (<c>UsePathBase</c>).
    /// </summary>
    public IList<string> Servers { get; } = [];

    /// <summary>
    /// Gets the ways to authenticate: Security Scheme Objects by name. The default is none. A client may call an endpoint that requires
    /// authorization by any of them, or, if the endpoint has <c>[Authorize(AuthenticationSchemes = ...)]</c>, by those it names. Letter
    /// case does not matter. <see href="https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object"/>
    /// </summary>
    public IDictionary<string, JsonObject> SecuritySchemes { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>
    /// Gets or sets the version of the OpenAPI specification. The default is 3.2. A request can ask for another one by <c>?version=3.1</c>
    /// or <c>?version=3.2</c>.
    /// </summary>
    public JeroOpenApiVersion SpecificationVersion { get; set; } = JeroOpenApiVersion.OpenApi32;

    /// <summary>
    /// Gets or sets what a document in OpenAPI 3.1 says about the body of a stream. The default is <see cref="JeroStreamSchema.Text"/>.
    /// </summary>
    public JeroStreamSchema StreamSchema { get; set; }

    /// <summary>
    /// Gets or sets the name of the document for tools, such as the one that writes the document to a file at build. The default for the
    /// first document of an app is <c>v1</c>, which gives the file <c>App.json</c>. The default for any other document is derived from its
    /// route.
    /// </summary>
    public string? DocumentName { get; set; }

    /// <summary>
    /// Gets or sets a function that changes the finished document, which it gets as OpenAPI 3.2. The default is null. The function runs
    /// when the document is composed: once before the first answer, whichever version is asked for and however many requests come at once,
    /// and again when endpoints are added or removed. It never runs on two threads at once. If it throws, every request gets that failure
    /// until the endpoints change.
    /// </summary>
    public Action<JsonObject>? Transform { get; set; }
}
