using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// What bodies are read by: a copy of the app's options, whose limits and leniency apply, under the wire rules of the assembly, so that a body
/// agrees with the document: no converter of the app changes it, as none changes what is written. A discriminator may stand anywhere, since
/// the members of an object have no order (RFC 8259, section 4).
/// </summary>
internal sealed class BodyJson(JsonSerializerOptions app, JsonSerializerOptions compiled)
{
    private readonly ConcurrentDictionary<object, JsonTypeInfo> _typeInfos = new();
    private readonly Lazy<JsonSerializerOptions> _unique = new(() => Create(app, compiled, allowsDuplicates: false));
    private readonly Lazy<JsonSerializerOptions> _repeated = new(() => Create(app, compiled, allowsDuplicates: true));

    /// <summary>The metadata that a body is read by.</summary>
    /// <param name="create">Creates it, where it is not that of the type; the same instance at each call.</param>
    public JsonTypeInfo<T> TypeInfo<T>(Func<JsonSerializerOptions, JsonTypeInfo>? create)
    {
        var key = (object?)create ?? typeof(T);
        return (JsonTypeInfo<T>)(_typeInfos.TryGetValue(key, out var known) ? known : _typeInfos.GetOrAdd(key, Find<T>(create)));
    }

    /// <summary>Whether the client's own text is kept as it came: in a name that no type gives, or in a JSON value that is read when it is used.</summary>
    public bool KeepsClientText(JsonTypeInfo metadata) => _repeated.IsValueCreated && ReferenceEquals(metadata.Options, _repeated.Value);

    // A member that is there twice is refused, since which one counts is anyone's guess. The setting holds for the names of dictionaries and
    // of nodes too, which are the client's own; where a body has room for such names it is read as minimal APIs read it: the last one counts.
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
