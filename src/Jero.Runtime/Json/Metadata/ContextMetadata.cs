using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>Provides the metadata of a user's own context, except for values whose type is known only at run time.</summary>
internal sealed class ContextMetadata(IJsonTypeInfoResolver context) : IJsonTypeInfoResolver
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Known = [];

    public static JsonSerializerOptions OptionsOf(JsonSerializerOptions context) => Known.GetValue(context, static context =>
    {
        var options = new JsonSerializerOptions(context) { TypeInfoResolver = new ContextMetadata(context.TypeInfoResolver!) };
        options.MakeReadOnly();
        return options;
    });

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        (BodyMetadata.Of(options) is null ? null : FreeValues.TypeInfo(type, options)) ?? context.GetTypeInfo(type, options);
}
