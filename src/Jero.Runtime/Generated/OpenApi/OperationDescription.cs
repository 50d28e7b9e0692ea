using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Describes, as endpoint metadata, one handler's part of the document.</summary>
/// <param name="Verb">The method that it describes. HEAD is not described.</param>
/// <param name="Json">The Operation Object.</param>
/// <param name="Schemas">Every component that it reaches.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record OperationDescription(string Verb, Utf8Literal Json, IReadOnlyList<SchemaComponent> Schemas);
