using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Describes one component schema of the document.</summary>
/// <param name="Name">Its key under <c>components/schemas</c>.</param>
/// <param name="TypeName">The .NET type, which tells two components with the same name apart.</param>
/// <param name="Json">The schema.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SchemaComponent(string Name, string TypeName, Utf8Literal Json)
{
    /// <summary>Gets whether the schema is that of an enum as text in requests. Its name yields to those of JSON types.</summary>
    public bool IsText { get; init; }
}
