using System.ComponentModel;
using System.Text.Json;

namespace Jero.Generated;

/// <summary>Names the options whose metadata a <see cref="MetadataWriter{T, TMetadata}"/> writes by, so that it needs no state.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonMetadata
{
    /// <summary>The options; the same ones at each call.</summary>
    static abstract JsonSerializerOptions Options { get; }
}
