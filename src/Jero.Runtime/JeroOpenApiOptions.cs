using System.Text.Json.Nodes;

namespace Jero;

/// <summary>What the document says of the app as a whole. Set while the app is being mapped; not thread-safe.</summary>
public sealed class JeroOpenApiOptions
{
    /// <summary>The API's title; the app's name unless set.</summary>
    public string? Title { get; set; }

    /// <summary>The API's version; that of the app's assembly unless set.</summary>
    public string? Version { get; set; }

    /// <summary>What the API is for, in CommonMark; none unless set.</summary>
    public string? Description { get; set; }

    /// <summary>The URLs of the servers, absolute or relative to the document's; unless any is added the
    /// document's own server: none is named, or the path base that the request came under (<c>UsePathBase</c>).</summary>
    public IList<string> Servers { get; } = [];

    /// <summary>
    /// The ways to authenticate, each a Security Scheme Object by its name; none unless added. An endpoint that asks for authorization may
    /// be called by any of them, or by those that its <c>[Authorize(AuthenticationSchemes = ...)]</c> names, letter case aside.
    /// <see href="https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object"/>
    /// </summary>
    public IDictionary<string, JsonObject> SecuritySchemes { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>The version of the specification; 3.2 unless set. A request asks for another by <c>?version=3.1</c> or <c>?version=3.2</c>.</summary>
    public JeroOpenApiVersion SpecificationVersion { get; set; } = JeroOpenApiVersion.OpenApi32;

    /// <summary>What a document in OpenAPI 3.1 says of the body of a stream; <see cref="JeroStreamSchema.Text"/> unless set.</summary>
    public JeroStreamSchema StreamSchema { get; set; }

    /// <summary>
    /// The name of the document for tools, such as the one that writes it to a file at build; unless set <c>v1</c> for the first of an app,
    /// which gives the file <c>App.json</c>, and made of its route for any other.
    /// </summary>
    public string? DocumentName { get; set; }

    /// <summary>
    /// Changes the finished document, as OpenAPI 3.2; none unless set. It runs when the document is composed: once before the first answer,
    /// whatever version is asked for and however many requests come at once, and again when endpoints come or go. It never runs on two
    /// threads at once. What it throws is the answer to every request until the endpoints change.
    /// </summary>
    public Action<JsonObject>? Transform { get; set; }
}
