namespace Jero;

/// <summary>
/// In a class library: makes the generated map method public and names it, so that another assembly can call
/// <c>app.MapCatalog()</c>. Without it the method is <c>MapJero</c>, internal to its assembly.
/// </summary>
/// <param name="mapMethod">The method's name, a C# identifier that is unique among the assemblies an app refers to.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JeroEndpointsAttribute(string mapMethod) : Attribute
{
    /// <summary>The name of the generated method.</summary>
    public string MapMethod { get; } = mapMethod;
}
