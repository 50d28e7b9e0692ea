using System.ComponentModel;

namespace Jero.Generated;

/// <summary>One component schema of the document.</summary>
/// <param name="Name">Its key under <c>components/schemas</c>.</param>
/// <param name="TypeName">The .NET type, to tell two of one name apart.</param>
/// <param name="Json">The schema.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SchemaComponent(string Name, string TypeName, Utf8Literal Json)
{
    /// <summary>Whether it is an enum as requests say it in text: its name gives way to those of the types of JSON.</summary>
    public bool IsText { get; init; }
}
