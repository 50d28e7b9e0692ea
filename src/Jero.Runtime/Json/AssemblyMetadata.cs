using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json;

/// <summary>
/// The generated metadata of an assembly, and whether a body that is read by it may have null where the types say no. The options themselves
/// cannot say so: they would refuse to write it as well.
/// </summary>
internal sealed class AssemblyMetadata(IJsonTypeInfoResolver generated, bool refusesNull) : IJsonTypeInfoResolver
{
    public bool RefusesNull => refusesNull;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => generated.GetTypeInfo(type, options);
}
