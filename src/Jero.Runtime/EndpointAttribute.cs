namespace Jero;

/// <summary>
/// Marks a partial class as an endpoint: its public methods named <c>Get</c>, <c>Post</c>, <c>Put</c>, <c>Patch</c>, <c>Delete</c> or
/// <c>Query</c>, with or without the suffix <c>Async</c>, answer requests for <paramref name="path"/>. A <c>Get</c> also answers HEAD.
/// </summary>
/// <param name="path">A route template with a leading slash, as in <c>app.MapGet</c>: <c>/movies/{id:int}</c>.</param>
/// <remarks>
/// Put the attribute on a class, once. The compiler also accepts it elsewhere, so that the generator can report a mistake together with its
/// fix.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class EndpointAttribute(string path) : Attribute
{
    /// <summary>Gets the route template, relative to the group that the endpoint is mapped in.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Gets or sets whether <c>MapJero</c> leaves the class out, so that it answers only where <c>MapEndpoint</c> maps it. The default is
    /// false. Set it for an endpoint that belongs in a guarded group: if nobody maps the class, nobody can call it.
    /// </summary>
    public bool MapManually { get; set; }
}
