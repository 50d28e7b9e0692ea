using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Jero.Generated;

/// <summary>Parses one value of a request in the invariant culture, by a type's own <c>TryParse</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool TextParser<T>(string text, [MaybeNullWhen(false)] out T value);
