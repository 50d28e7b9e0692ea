using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero.Json.Metadata;
using Jero.Json.Writing;

namespace Jero.Generated;

/// <summary>Creates the parts of System.Text.Json metadata that generated code puts together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonTypeInfos
{
    /// <summary>
    /// Creates the options of an assembly: ASP.NET Core's defaults for HTTP JSON, changed by <c>[assembly: JeroJsonOptions]</c>.
    /// </summary>
    public static JsonSerializerOptions Options(
        IJsonTypeInfoResolver resolver,
        JsonNamingPolicy? propertyNamingPolicy,
        JsonNamingPolicy? dictionaryKeyPolicy = null,
        JsonIgnoreCondition defaultIgnoreCondition = JsonIgnoreCondition.Never,
        JsonNumberHandling numberHandling = JsonNumberHandling.AllowReadingFromString,
        bool includeFields = false,
        JsonUnmappedMemberHandling unmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        JsonObjectCreationHandling preferredObjectCreationHandling = JsonObjectCreationHandling.Replace,
        bool respectNullableAnnotations = true,
        bool respectRequiredConstructorParameters = true)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JsonDefaults.Encoder,
            TypeInfoResolver = new AssemblyMetadata(resolver, respectNullableAnnotations),
            PropertyNamingPolicy = propertyNamingPolicy,
            DictionaryKeyPolicy = dictionaryKeyPolicy,
            DefaultIgnoreCondition = defaultIgnoreCondition,
            NumberHandling = numberHandling,
            IncludeFields = includeFields,
            UnmappedMemberHandling = unmappedMemberHandling,
            PreferredObjectCreationHandling = preferredObjectCreationHandling,
            RespectRequiredConstructorParameters = respectRequiredConstructorParameters,
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// Makes mapping ask the converters of some types whether they accept the types that they are on, because only the converters know.
    /// </summary>
    /// <param name="options">The options of the assembly.</param>
    /// <param name="types">The types that have such a converter, or a member with one.</param>
    public static JsonSerializerOptions AskConverters(JsonSerializerOptions options, params Type[] types)
    {
        ArgumentNullException.ThrowIfNull(options);
        ((AssemblyMetadata)options.TypeInfoResolver!).AskedTypes = types;
        return options;
    }

    /// <summary>Creates the metadata of a class, struct or interface.</summary>
    /// <param name="options">The options that the metadata is for.</param>
    /// <param name="values">Its constructor and members.</param>
    /// <param name="numberHandling">Its own number handling.</param>
    /// <param name="unmappedMemberHandling">What happens to JSON members that it does not have.</param>
    /// <param name="creationHandling">Whether its members are replaced or added to.</param>
    public static JsonTypeInfo<T> Members<T>(
        JsonSerializerOptions options,
        JsonObjectInfoValues<T> values,
        JsonNumberHandling? numberHandling = null,
        JsonUnmappedMemberHandling? unmappedMemberHandling = null,
        JsonObjectCreationHandling? creationHandling = null)
        where T : notnull
    {
        if (OptionsConverters.TypeInfo<T>(options) is { } converted)
        {
            return converted;
        }

        var typeInfo = JsonMetadataServices.CreateObjectInfo(options, values);
        typeInfo.NumberHandling = numberHandling;
        typeInfo.UnmappedMemberHandling = unmappedMemberHandling;
        typeInfo.PreferredPropertyObjectCreationHandling = creationHandling;
        return typeInfo;
    }

    /// <summary>Creates the metadata of a property or field.</summary>
    /// <param name="options">The options that the metadata is for.</param>
    /// <param name="clrName">The name of the member.</param>
    /// <param name="jsonName">The name that an attribute gives it; null if the naming policy of the options applies.</param>
    /// <param name="getter">Reads it from an instance; null if it is never written to JSON.</param>
    /// <param name="setter">Sets it on an instance; null if it cannot be set.</param>
    /// <param name="isRequired">Whether JSON without it is rejected.</param>
    /// <param name="isField">Whether it is a field.</param>
    /// <param name="isIncluded">Whether it has <c>[JsonInclude]</c>.</param>
    /// <param name="isExtensionData">Whether it takes the JSON members that no other member takes.</param>
    /// <param name="condition">When it is left out; null if the options decide.</param>
    /// <param name="converter">Its own converter, or a factory for one.</param>
    /// <param name="numberHandling">Its own number handling.</param>
    /// <param name="creationHandling">Whether it is replaced or added to; null if its type decides.</param>
    /// <param name="isNullable">Whether its annotations allow null. The options decide whether that counts.</param>
    /// <param name="isSetNullable">Whether null may be read, if that differs.</param>
    /// <param name="isPopulated">Whether its value is added to because it cannot be set.</param>
    /// <param name="bodyInfo">The metadata that reads a body's value, if it is not that of its type.</param>
    public static JsonPropertyInfo Property<TDeclaring, T>(
        JsonSerializerOptions options,
        string clrName,
        string? jsonName,
        Func<object, T?>? getter,
        Action<object, T?>? setter,
        bool isRequired = false,
        bool isField = false,
        bool isIncluded = false,
        bool isExtensionData = false,
        JsonIgnoreCondition? condition = null,
        JsonConverter? converter = null,
        JsonNumberHandling? numberHandling = null,
        JsonObjectCreationHandling? creationHandling = null,
        bool isNullable = true,
        bool? isSetNullable = null,
        bool isPopulated = false,
        Func<JsonSerializerOptions, JsonTypeInfo>? bodyInfo = null)
    {
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = !isField,
            // A member that is not public counts as public, because its accessor is generated.
            IsPublic = true,
            HasJsonInclude = isIncluded,
            IsExtensionData = isExtensionData,
            DeclaringType = typeof(TDeclaring),
            PropertyName = clrName,
            JsonPropertyName = jsonName,
            Getter = getter,
            Setter = setter ?? (isPopulated && BodyMetadata.Of(options) is not null ? RefuseNull : null),
            IgnoreCondition = condition,
            NumberHandling = numberHandling,
            PropertyTypeInfo = (BodyMetadata.Of(options) is null ? null
                : bodyInfo?.Invoke(options) ?? (numberHandling is { } handling ? FiniteNumbers.TypeInfo<T>(options, handling) : null))!,
        });
        if (converter is not null)
        {
            // Set here and not in the values, which only accept a JsonConverter<T>: the converter of a base type may convert it as well.
            property.CustomConverter = OptionsConverters.Expand(converter, typeof(T), options);
        }

        property.IsRequired = isRequired;
        property.ObjectCreationHandling = creationHandling;
        if (!isNullable)
        {
            property.IsGetNullable = false;
        }

        if (!(isSetNullable ?? isNullable))
        {
            property.IsSetNullable = false;
            if (BodyMetadata.Of(options) is { RefusesNull: true } && property.Set is { } set)
            {
                // System.Text.Json does not add the member to the path here, so the path is that of the object.
                property.Set = (target, value) => set(target, value ?? throw NullItems.OfMember(property.Name));
            }
        }

        return property;
    }

    /// <summary>
    /// Creates the metadata of a member that is neither written nor read, and whose constructor parameter gets its default.
    /// </summary>
    /// <param name="options">The options that the metadata is for.</param>
    /// <param name="clrName">The name of the member.</param>
    /// <param name="jsonName">The name that an attribute gives it; null if the naming policy of the options applies.</param>
    public static JsonPropertyInfo Ignored<TDeclaring, T>(JsonSerializerOptions options, string clrName, string? jsonName) =>
        JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TDeclaring),
            PropertyName = clrName,
            JsonPropertyName = jsonName,
            IgnoreCondition = JsonIgnoreCondition.Always,
        });

    /// <summary>
    /// Creates options for a context of the user's own. Bodies are read under them by the same rules as under generated metadata.
    /// </summary>
    /// <param name="context">The options of the context.</param>
    public static JsonSerializerOptions OfContext(JsonSerializerOptions context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ContextMetadata.OptionsOf(context);
    }

    /// <summary>
    /// Creates the metadata of extension data that is a <see cref="JsonObject"/>. Its entries are set one by one, so System.Text.Json
    /// accepts only its own converter there.
    /// </summary>
    /// <param name="options">The options that the metadata is for.</param>
    public static JsonTypeInfo Bag(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<JsonObject?>(options, JsonMetadataServices.JsonObjectConverter);

    /// <summary>Remembers what a body's object has in its <see cref="Bag"/>, which is checked when the handler uses it.</summary>
    /// <param name="typeInfo">The object.</param>
    /// <param name="bag">Reads the bag.</param>
    public static JsonTypeInfo<T> KeepBag<T>(JsonTypeInfo<T> typeInfo, Func<object, JsonObject?> bag)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        if (BodyMetadata.Of(typeInfo.Options) is not null)
        {
            typeInfo.OnDeserialized = (Action<object>)(target =>
            {
                if (bag(target) is { } kept)
                {
                    KeptValues.Keep(new KeptBag(kept));
                }
            }) + typeInfo.OnDeserialized;
        }

        return typeInfo;
    }

    /// <summary>Creates the metadata of a floating-point number with its own number handling.</summary>
    public static JsonTypeInfo Number<T>(JsonSerializerOptions options, JsonNumberHandling handling) =>
        FiniteNumbers.TypeInfo<T>(options, handling) ?? options.GetTypeInfo(typeof(T));

    /// <summary>Describes a constructor parameter without a default of its own. If the JSON lacks it, it gets its type's default.</summary>
    public static JsonParameterInfoValues Parameter<T>(int position, string name, bool isNullable) => new()
    {
        Name = name,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
    };

    /// <summary>Describes a constructor parameter with a default of its own.</summary>
    public static JsonParameterInfoValues Parameter<T>(int position, string name, bool isNullable, T? fallback) => new()
    {
        Name = name,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
        HasDefaultValue = true,
        DefaultValue = fallback,
    };

    /// <summary>An enum as its number.</summary>
    public static JsonTypeInfo<T> Enum<T>(JsonSerializerOptions options) where T : struct, Enum =>
        OptionsConverters.TypeInfo<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, JsonMetadataServices.GetEnumConverter<T>(options));

    /// <summary>An enum as the name of its value.</summary>
    public static JsonTypeInfo<T> EnumByName<T>(JsonSerializerOptions options) where T : struct, Enum =>
        Converted<T>(options, new JsonStringEnumConverter<T>());

    /// <summary>A value or null.</summary>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options) where T : struct =>
        OptionsConverters.TypeInfo<T?>(options) ?? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>Returns the converter that an attribute of the user's creates.</summary>
    /// <exception cref="InvalidOperationException">The attribute creates none.</exception>
    public static JsonConverter Made(JsonConverterAttribute attribute, Type type)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.CreateConverter(type)
            ?? throw new InvalidOperationException($"The attribute '{attribute.GetType()}' returned null instead of a converter for '{type}'. Return a converter from its CreateConverter, or remove the attribute.");
    }

    /// <summary>Creates the metadata of a value that has a converter, or a factory for one.</summary>
    public static JsonTypeInfo<T> Converted<T>(JsonSerializerOptions options, JsonConverter converter) =>
        OptionsConverters.TypeInfo<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, OptionsConverters.Expand(converter, typeof(T), options));

    /// <summary>Creates the metadata of a nullable value whose converter may be for the value alone.</summary>
    public static JsonTypeInfo<T?> ConvertedNullable<T>(JsonSerializerOptions options, JsonConverter converter) where T : struct =>
        OptionsConverters.TypeInfo<T?>(options)
        ?? JsonMetadataServices.CreateValueInfo<T?>(options, OptionsConverters.Expand(Lift<T>(options, converter), typeof(T?), options));

    /// <summary>Creates the metadata of a type with a number handling that differs from that of the options.</summary>
    public static JsonTypeInfo<T> WithNumberHandling<T>(JsonSerializerOptions options, JsonNumberHandling handling)
    {
        // Asks the resolver and not the options, whose instance is shared and frozen.
        var typeInfo = (JsonTypeInfo<T>)options.TypeInfoResolver!.GetTypeInfo(typeof(T), options)!;
        typeInfo.NumberHandling = handling;
        return typeInfo;
    }

    /// <summary>Sets a number handling on the metadata of a collection.</summary>
    public static JsonTypeInfo<T> WithNumberHandling<T>(JsonTypeInfo<T> typeInfo, JsonNumberHandling handling)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        typeInfo.NumberHandling = handling;
        return typeInfo;
    }

    /// <summary>
    /// Creates a converter for T? from one for T, as System.Text.Json does for a member of type T? with a converter for T.
    /// </summary>
    public static JsonConverter Lift<T>(JsonSerializerOptions options, JsonConverter converter) where T : struct =>
        !converter.CanConvert(typeof(T?)) && converter.CanConvert(typeof(T))
            ? JsonMetadataServices.GetNullableConverter(JsonMetadataServices.CreateValueInfo<T>(options, OptionsConverters.Expand(converter, typeof(T), options)))
            : converter;

    // System.Text.Json throws for a null that it cannot assign. Any other value was added to what the member holds.
    private static void RefuseNull<T>(object target, T? value)
    {
        if (value is null)
        {
            throw new MisfitException("", "may not be null");
        }
    }
}
