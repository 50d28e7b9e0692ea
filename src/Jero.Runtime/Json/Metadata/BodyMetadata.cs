using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Provides the metadata that reads bodies: that of the assembly, then that of the app, made stricter where System.Text.Json has no
/// setting.
/// </summary>
/// <param name="inner">The source of the metadata.</param>
/// <param name="refusesNull">Whether null is rejected where the types do not allow it.</param>
internal sealed class BodyMetadata(IJsonTypeInfoResolver inner, bool refusesNull) : IJsonTypeInfoResolver
{
    public bool RefusesNull => refusesNull;

    /// <summary>Returns the metadata of the options; null if they are not for bodies.</summary>
    public static BodyMetadata? Of(JsonSerializerOptions options) => options.TypeInfoResolver as BodyMetadata;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => inner.GetTypeInfo(type, options);
}
