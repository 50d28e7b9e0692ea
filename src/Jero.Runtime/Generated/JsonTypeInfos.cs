using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Generated;

/// <summary>Creates the parts of System.Text.Json metadata that generated code puts together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonTypeInfos
{
    /// <summary>A property.</summary>
    /// <param name="options">The options the metadata is for.</param>
    /// <param name="clrName">The member's name.</param>
    /// <param name="jsonName">The user's own name for it, or null where the naming policy of the options applies.</param>
    /// <param name="getter">Reads it from an instance.</param>
    /// <param name="setter">Sets it on an instance; null where it cannot be set.</param>
    /// <param name="isRequired">Whether JSON without it is refused.</param>
    public static JsonPropertyInfo Property<TDeclaring, T>(
        JsonSerializerOptions options, string clrName, string? jsonName, Func<object, T?> getter, Action<object, T?>? setter, bool isRequired)
    {
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TDeclaring),
            PropertyName = clrName,
            JsonPropertyName = jsonName,
            Getter = getter,
            Setter = setter,
        });
        property.IsRequired = isRequired;
        return property;
    }

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
        JsonMetadataServices.CreateValueInfo<T>(options, JsonMetadataServices.GetEnumConverter<T>(options));

    /// <summary>A value or null.</summary>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options) where T : struct =>
        JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>An array.</summary>
    public static JsonTypeInfo<T[]> Array<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>());

    /// <summary>A list.</summary>
    public static JsonTypeInfo<List<T>> List<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateListInfo<List<T>, T>(options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });

    /// <summary>A list by its interface.</summary>
    public static JsonTypeInfo<IList<T>> ListInterface<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new JsonCollectionInfoValues<IList<T>>());

    /// <summary>A collection by its interface.</summary>
    public static JsonTypeInfo<ICollection<T>> CollectionInterface<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateICollectionInfo<ICollection<T>, T>(options, new JsonCollectionInfoValues<ICollection<T>>());

    /// <summary>A sequence by any interface that can only be read.</summary>
    public static JsonTypeInfo<TCollection> Enumerable<TCollection, T>(JsonSerializerOptions options) where TCollection : IEnumerable<T> =>
        JsonMetadataServices.CreateIEnumerableInfo<TCollection, T>(options, new JsonCollectionInfoValues<TCollection>());
}
