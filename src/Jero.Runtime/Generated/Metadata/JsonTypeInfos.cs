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
    /// <summary>The options of an assembly: ASP.NET Core's defaults for HTTP JSON, but for what <c>[assembly: JeroJsonOptions]</c> says.</summary>
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

    /// <summary>Has the converters of some types asked when the app maps: only they know whether they take what they stand on.</summary>
    /// <param name="options">Those of the assembly.</param>
    /// <param name="types">The types that have such a converter, or a member with one.</param>
    public static JsonSerializerOptions AskConverters(JsonSerializerOptions options, params Type[] types)
    {
        ArgumentNullException.ThrowIfNull(options);
        ((AssemblyMetadata)options.TypeInfoResolver!).AskedTypes = types;
        return options;
    }

    /// <summary>A class, struct or interface.</summary>
    /// <param name="options">The options the metadata is for.</param>
    /// <param name="values">Its constructor and members.</param>
    /// <param name="numberHandling">Its own number handling.</param>
    /// <param name="unmappedMemberHandling">What becomes of JSON members that it has not.</param>
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

    /// <summary>A property or field.</summary>
    /// <param name="options">The options the metadata is for.</param>
    /// <param name="clrName">The member's name.</param>
    /// <param name="jsonName">The user's own name for it, or null where the naming policy of the options applies.</param>
    /// <param name="getter">Reads it from an instance; null where it is never written.</param>
    /// <param name="setter">Sets it on an instance; null where it cannot be set.</param>
    /// <param name="isRequired">Whether JSON without it is refused.</param>
    /// <param name="isField">Whether it is a field.</param>
    /// <param name="isIncluded">Whether it has <c>[JsonInclude]</c>.</param>
    /// <param name="isExtensionData">Whether it takes what JSON has beyond the other members.</param>
    /// <param name="condition">When it is left out; null where the options say.</param>
    /// <param name="converter">Its own converter, or a factory of one.</param>
    /// <param name="numberHandling">Its own number handling.</param>
    /// <param name="creationHandling">Whether it is replaced or added to; null where its type says.</param>
    /// <param name="isNullable">Whether its annotations allow null; the options say whether that counts.</param>
    /// <param name="isSetNullable">Whether null may be read, where that is not the same.</param>
    /// <param name="isPopulated">Whether what it holds is added to, since it cannot be set.</param>
    /// <param name="bodyInfo">What a body's value is read by, where that is not the metadata of its type.</param>
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
            // A member that is not public is as good as public here: its accessor is generated.
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
            // Set here and not with the values, which only take a JsonConverter<T>: that of a base type may convert it too.
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
                // Beside the parameters of a constructor System.Text.Json does not look; then the path is that of the object.
                property.Set = (target, value) => set(target, value ?? throw NullItems.OfMember(property.Name));
            }
        }

        return property;
    }

    /// <summary>A member that is neither written nor read, whose parameter of the constructor gets its default.</summary>
    /// <param name="options">The options the metadata is for.</param>
    /// <param name="clrName">The member's name.</param>
    /// <param name="jsonName">The user's own name for it, or null where the naming policy of the options applies.</param>
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

    /// <summary>The options of a context of the user's own, under which bodies are read as under generated metadata.</summary>
    /// <param name="context">Those of the context.</param>
    public static JsonSerializerOptions OfContext(JsonSerializerOptions context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ContextMetadata.OptionsOf(context);
    }

    /// <summary>A bag of extension data that is a <see cref="JsonObject"/>: its entries are set one by one, so System.Text.Json takes only its own there.</summary>
    /// <param name="options">The options the metadata is for.</param>
    public static JsonTypeInfo Bag(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<JsonObject?>(options, JsonMetadataServices.JsonObjectConverter);

    /// <summary>Keeps in mind what a body's object has in its <see cref="Bag"/>, which is looked into when the handler uses it.</summary>
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

    /// <summary>A floating-point number under a number handling of its own.</summary>
    public static JsonTypeInfo Number<T>(JsonSerializerOptions options, JsonNumberHandling handling) =>
        FiniteNumbers.TypeInfo<T>(options, handling) ?? options.GetTypeInfo(typeof(T));

    /// <summary>A parameter of a constructor that has to be in the JSON or else gets its type's default.</summary>
    public static JsonParameterInfoValues Parameter<T>(int position, string name, bool isNullable) => new()
    {
        Name = name,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
    };

    /// <summary>A parameter of a constructor with a default of its own.</summary>
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

    /// <summary>The converter that an attribute of the user's makes.</summary>
    /// <exception cref="InvalidOperationException">It makes none.</exception>
    public static JsonConverter Made(JsonConverterAttribute attribute, Type type)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.CreateConverter(type)
            ?? throw new InvalidOperationException($"The attribute '{attribute.GetType()}' makes null and no converter for '{type}'; return one from its CreateConverter, or take it away.");
    }

    /// <summary>A value that has a converter, or a factory of one.</summary>
    public static JsonTypeInfo<T> Converted<T>(JsonSerializerOptions options, JsonConverter converter) =>
        OptionsConverters.TypeInfo<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, OptionsConverters.Expand(converter, typeof(T), options));

    /// <summary>A value or null, where the converter may be one of the value alone.</summary>
    public static JsonTypeInfo<T?> ConvertedNullable<T>(JsonSerializerOptions options, JsonConverter converter) where T : struct =>
        OptionsConverters.TypeInfo<T?>(options)
        ?? JsonMetadataServices.CreateValueInfo<T?>(options, OptionsConverters.Expand(Lift<T>(options, converter), typeof(T?), options));

    /// <summary>A type under another number handling than that of the options.</summary>
    public static JsonTypeInfo<T> WithNumberHandling<T>(JsonSerializerOptions options, JsonNumberHandling handling)
    {
        // Asked of the resolver, not of the options, whose own instance is shared and frozen.
        var typeInfo = (JsonTypeInfo<T>)options.TypeInfoResolver!.GetTypeInfo(typeof(T), options)!;
        typeInfo.NumberHandling = handling;
        return typeInfo;
    }

    /// <summary>A collection whose type has a number handling of its own.</summary>
    public static JsonTypeInfo<T> WithNumberHandling<T>(JsonTypeInfo<T> typeInfo, JsonNumberHandling handling)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        typeInfo.NumberHandling = handling;
        return typeInfo;
    }

    /// <summary>A converter of a value or null made of one of the value alone, as System.Text.Json does for a member of type T? with a converter of T.</summary>
    public static JsonConverter Lift<T>(JsonSerializerOptions options, JsonConverter converter) where T : struct =>
        !converter.CanConvert(typeof(T?)) && converter.CanConvert(typeof(T))
            ? JsonMetadataServices.GetNullableConverter(JsonMetadataServices.CreateValueInfo<T>(options, OptionsConverters.Expand(converter, typeof(T), options)))
            : converter;

    // System.Text.Json throws for null that it cannot assign; a value was added to what the member holds.
    private static void RefuseNull<T>(object target, T? value)
    {
        if (value is null)
        {
            throw new MisfitException("", "may not be null");
        }
    }
}
