using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>The metadata that bodies are read by: that of the assembly, then that of the app, stricter where System.Text.Json has no setting.</summary>
/// <param name="inner">Where the metadata is from.</param>
/// <param name="refusesNull">Whether null is refused where the types say so.</param>
internal sealed class BodyMetadata(IJsonTypeInfoResolver inner, bool refusesNull) : IJsonTypeInfoResolver
{
    public bool RefusesNull => refusesNull;

    /// <summary>That of the options; null where they are not for bodies.</summary>
    public static BodyMetadata? Of(JsonSerializerOptions options) => options.TypeInfoResolver as BodyMetadata;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => inner.GetTypeInfo(type, options);
}
