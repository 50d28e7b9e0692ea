namespace Jero;

/// <summary>
/// Marks a partial class as an endpoint: its public methods named <c>Get</c>, <c>Post</c>, <c>Put</c>, <c>Patch</c> or
/// <c>Delete</c> (also with the <c>Async</c> suffix) answer <paramref name="path"/>. A <c>Get</c> also answers HEAD.
/// </summary>
/// <param name="path">A route template with a leading slash, as in <c>app.MapGet</c>: <c>/movies/{id:int}</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EndpointAttribute(string path) : Attribute
{
    /// <summary>The route template, relative to the group the endpoint is mapped in.</summary>
    public string Path { get; } = path;
}
