using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.MinimalApis;

/// <summary>Writes items by the metadata of System.Text.Json, for types that have no generated writer.</summary>
/// <param name="typeInfo">How to write an item. Its options choose names and converters; compactness and escaping are Jero's.</param>
internal readonly struct JsonTypeInfoWriter<T>(JsonTypeInfo<T> typeInfo) : IJsonWriter<T>
{
    public void Write(BatchBuffer buffer, T value) => JsonFormat.Write(buffer, value, typeInfo);
}
