using System.ComponentModel;
using System.Text.Json;

namespace Jero.Generated;

/// <summary>Names the options whose metadata a <see cref="MetadataWriter{T, TMetadata}"/> writes by, so that it needs no state.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonMetadata
{
    /// <summary>Gets the options. Every call returns the same instance.</summary>
    static abstract JsonSerializerOptions Options { get; }
}
