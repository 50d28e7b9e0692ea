namespace Jero;

/// <summary>
/// Marks a partial class as an endpoint: its public methods named <c>Get</c>, <c>Post</c>, <c>Put</c>, <c>Patch</c> or
/// <c>Delete</c> (also with the <c>Async</c> suffix) answer <paramref name="path"/>. A <c>Get</c> also answers HEAD.
/// </summary>
/// <param name="path">A route template with a leading slash, as in <c>app.MapGet</c>: <c>/movies/{id:int}</c>.</param>
/// <remarks>
/// Only a class can be an endpoint, and only once. The attribute is allowed in more places so that the generator, rather than the compiler,
/// says what to do instead.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class EndpointAttribute(string path) : Attribute
{
    /// <summary>The route template, relative to the group the endpoint is mapped in.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Whether the class answers only where <c>MapEndpoint</c> maps it, and <c>MapJero</c> always leaves it out; false unless set. For
    /// what belongs into a guarded group: where nobody maps it, nobody can call it.
    /// </summary>
    public bool MapManually { get; set; }
}
