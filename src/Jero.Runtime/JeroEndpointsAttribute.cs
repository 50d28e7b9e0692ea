namespace Jero;

/// <summary>
/// Makes the generated map method of a class library public and names it, so that an app can call <c>app.MapCatalog()</c>. Without the
/// attribute the method is named <c>MapJero</c> and is internal to its assembly.
/// </summary>
/// <param name="mapMethod">The name of the method: a C# identifier that is unique among the assemblies that an app references.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JeroEndpointsAttribute(string mapMethod) : Attribute
{
    /// <summary>Gets the name of the generated method.</summary>
    public string MapMethod { get; } = mapMethod;
}
