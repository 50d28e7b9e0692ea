using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Generated;

/// <summary>
/// Writes values that have no direct writer by the metadata of System.Text.Json: values with a converter, and those whose type is known
/// only at run time.
/// </summary>
/// <typeparam name="T">The static type of the value.</typeparam>
/// <typeparam name="TMetadata">Where its metadata is found.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MetadataWriter<T, TMetadata> : IJsonWriter<T>
    where TMetadata : struct, IJsonMetadata
{
    private static JsonTypeInfo<T>? _typeInfo;

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">The run-time type of the value is not known to the assembly.</exception>
    public void Write(BatchBuffer buffer, T value) =>
        JsonFormat.Write(buffer, value, _typeInfo ??= (JsonTypeInfo<T>)TMetadata.Options.GetTypeInfo(typeof(T)));
}
