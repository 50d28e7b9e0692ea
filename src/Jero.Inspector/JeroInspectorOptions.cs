namespace Jero;

/// <summary>What the inspector shows, set by <c>MapJeroInspector</c>.</summary>
public sealed class JeroInspectorOptions
{
    /// <summary>
    /// Whether the values of query parameters, route parameters and headers are shown; false unless set: their names are, since the values
    /// may be secrets. Those of <c>Authorization</c>, <c>Proxy-Authorization</c> and <c>Cookie</c> are never shown.
    /// </summary>
    public bool ShowsValues { get; set; }

    /// <summary>
    /// Whether the type and the message of the exception are shown that ended a stream; null, the default, means in the environment
    /// Development.
    /// </summary>
    public bool? ShowsFaults { get; set; }

    /// <summary>
    /// Where the app has its OpenAPI document, whose operations the page tries: <c>/openapi.json</c> unless set, which is where
    /// <c>MapJeroOpenApi</c> maps it.
    /// </summary>
    public string DocumentPath
    {
        get;
        set => field = value is ['/', ..]
            ? value
            : throw new ArgumentException("The path of the document begins with a slash.", nameof(DocumentPath));
    } = "/openapi.json";
}
