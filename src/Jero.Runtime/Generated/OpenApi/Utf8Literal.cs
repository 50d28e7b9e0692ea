using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Returns text in the program's own image: a <c>u8</c> literal.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<byte> Utf8Literal();
