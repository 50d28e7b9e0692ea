using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Reads bodies with a copy of the app's options under the JSON rules of the assembly. The app's limits and leniency apply, but none of its
/// converters changes a body, just as none changes what Jero writes, so that a body agrees with the document. A discriminator may be
/// anywhere, because the members of an object have no order (RFC 8259, section 4).
/// </summary>
internal sealed class BodyJson(JsonSerializerOptions app, JsonSerializerOptions compiled)
{
    private readonly ConcurrentDictionary<object, JsonTypeInfo> _typeInfos = new();
    private readonly Lazy<JsonSerializerOptions> _unique = new(() => Create(app, compiled, allowsDuplicates: false));
    private readonly Lazy<JsonSerializerOptions> _repeated = new(() => Create(app, compiled, allowsDuplicates: true));

    /// <summary>Returns the metadata that reads a body.</summary>
    /// <param name="create">Creates the metadata, if it is not that of the type. Every call must pass the same instance.</param>
    public JsonTypeInfo<T> TypeInfo<T>(Func<JsonSerializerOptions, JsonTypeInfo>? create)
    {
        var key = (object?)create ?? typeof(T);
        return (JsonTypeInfo<T>)(_typeInfos.TryGetValue(key, out var known) ? known : _typeInfos.GetOrAdd(key, Find<T>(create)));
    }

    /// <summary>
    /// Returns whether the client's own text is kept as it came: in a name that no type declares, or in a JSON value that is read only when
    /// it is used.
    /// </summary>
    public bool KeepsClientText(JsonTypeInfo metadata) => _repeated.IsValueCreated && ReferenceEquals(metadata.Options, _repeated.Value);

    // A member that occurs twice is rejected, because nobody knows which one counts. The setting also applies to the names in dictionaries
    // and nodes, which the client chooses. A body that can have such names is read as minimal APIs do: the last one counts.
    private JsonTypeInfo Find<T>(Func<JsonSerializerOptions, JsonTypeInfo>? create)
    {
        var options = FreeNames.Reaches(typeof(T), _unique.Value) ? _repeated.Value : _unique.Value;
        return create?.Invoke(options) ?? options.GetTypeInfo(typeof(T));
    }

    private static JsonSerializerOptions Create(JsonSerializerOptions app, JsonSerializerOptions compiled, bool allowsDuplicates)
    {
        var refusesNull = compiled.TypeInfoResolver is AssemblyMetadata assembly ? assembly.RefusesNull : compiled.RespectNullableAnnotations;
        var options = new JsonSerializerOptions(app)
        {
            AllowDuplicateProperties = allowsDuplicates && app.AllowDuplicateProperties,
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = compiled.DefaultIgnoreCondition,
            DictionaryKeyPolicy = compiled.DictionaryKeyPolicy,
            IncludeFields = compiled.IncludeFields,
            NumberHandling = compiled.NumberHandling,
            PreferredObjectCreationHandling = compiled.PreferredObjectCreationHandling,
            PropertyNamingPolicy = compiled.PropertyNamingPolicy,
            RespectNullableAnnotations = refusesNull,
            RespectRequiredConstructorParameters = compiled.RespectRequiredConstructorParameters,
            TypeInfoResolver = new BodyMetadata(JsonTypeInfoResolver.Combine(compiled.TypeInfoResolver, app.TypeInfoResolver), refusesNull),
        };
        if (compiled.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow)
        {
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        }

        options.Converters.Clear();
        foreach (var converter in compiled.Converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly();
        return options;
    }
}
