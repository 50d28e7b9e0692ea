namespace Jero;

/// <summary>Sets what the inspector shows. Pass the options to <c>MapJeroInspector</c>.</summary>
public sealed class JeroInspectorOptions
{
    /// <summary>
    /// Gets or sets whether the page shows the values of query parameters, route parameters and headers. The default is false: it shows
    /// only their names, because values may be secrets. The values of <c>Authorization</c>, <c>Proxy-Authorization</c> and <c>Cookie</c>
    /// are never shown.
    /// </summary>
    public bool ShowsValues { get; set; }

    /// <summary>
    /// Gets or sets whether the page shows the type and message of an exception that ended a stream. Null, the default, shows them only in
    /// the environment Development.
    /// </summary>
    public bool? ShowsFaults { get; set; }

    /// <summary>
    /// Gets or sets the path of the app's OpenAPI document, whose operations the page can call. The default is <c>/openapi.json</c>, where
    /// <c>MapJeroOpenApi</c> maps the document.
    /// </summary>
    /// <exception cref="ArgumentException">The value does not begin with a slash.</exception>
    public string DocumentPath
    {
        get;
        set => field = value is ['/', ..]
            ? value
            : throw new ArgumentException("The path of the document must begin with a slash.", nameof(DocumentPath));
    } = "/openapi.json";
}
