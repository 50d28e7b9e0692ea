using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jero.Json.Metadata;

namespace Jero.Generated;

/// <summary>
/// Provides the metadata of the types that System.Text.Json has a converter for, without reflection, so that a generated resolver only has
/// to know the user's types.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuiltInTypeInfo
{
    /// <summary>
    /// Returns the metadata of one built-in type. A resolver that names only the types it needs keeps the others out of a native binary.
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">
    /// The options that the metadata belongs to. One of their converters takes precedence over the built-in one.
    /// </param>
    /// <param name="converter">The built-in converter.</param>
    public static JsonTypeInfo Of<T>(JsonSerializerOptions options, JsonConverter<T?> converter)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(converter);
        return Create(options, converter!);
    }

    /// <summary>Returns the metadata of the nullable form of a built-in type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">
    /// The options that the metadata belongs to. One of their converters takes precedence over the built-in one.
    /// </param>
    /// <param name="converter">The built-in converter of the type itself.</param>
    public static JsonTypeInfo OfNullable<T>(JsonSerializerOptions options, JsonConverter<T> converter)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(converter);
        return CreateNullable(options, converter);
    }

    /// <summary>
    /// Returns the metadata of a built-in type or of its nullable form, bound to <paramref name="options"/>; null for any other type.
    /// </summary>
    /// <param name="type">The type to look up.</param>
    /// <param name="options">
    /// The options that the metadata belongs to. One of their converters takes precedence over the built-in one.
    /// </param>
    public static JsonTypeInfo? Get(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        return All.Factories.TryGetValue(type, out var create) ? create(options) : null;
    }

    // A separate class, because the methods above must not make the linker keep it.
    private static class All
    {
        public static readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Factories = CreateFactories();
    }

    private static Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> CreateFactories()
    {
        var factories = new Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>>();
        Add(factories, JsonMetadataServices.StringConverter);
        Add(factories, JsonMetadataServices.UriConverter);
        Add(factories, JsonMetadataServices.VersionConverter);
        Add(factories, JsonMetadataServices.ByteArrayConverter);
        AddUnknown(factories, JsonMetadataServices.ObjectConverter);
        AddUnknown(factories, JsonMetadataServices.JsonDocumentConverter);
        AddUnknown(factories, JsonMetadataServices.JsonNodeConverter);
        AddUnknown(factories, JsonMetadataServices.JsonObjectConverter);
        AddUnknown(factories, JsonMetadataServices.JsonArrayConverter);
        AddUnknown(factories, JsonMetadataServices.JsonValueConverter);
        AddWithNullable(factories, JsonMetadataServices.BooleanConverter);
        AddWithNullable(factories, JsonMetadataServices.CharConverter);
        AddWithNullable(factories, JsonMetadataServices.SByteConverter);
        AddWithNullable(factories, JsonMetadataServices.ByteConverter);
        AddWithNullable(factories, JsonMetadataServices.Int16Converter);
        AddWithNullable(factories, JsonMetadataServices.UInt16Converter);
        AddWithNullable(factories, JsonMetadataServices.Int32Converter);
        AddWithNullable(factories, JsonMetadataServices.UInt32Converter);
        AddWithNullable(factories, JsonMetadataServices.Int64Converter);
        AddWithNullable(factories, JsonMetadataServices.UInt64Converter);
        AddWithNullable(factories, JsonMetadataServices.Int128Converter);
        AddWithNullable(factories, JsonMetadataServices.UInt128Converter);
        AddWithNullable(factories, JsonMetadataServices.HalfConverter);
        AddWithNullable(factories, JsonMetadataServices.SingleConverter);
        AddWithNullable(factories, JsonMetadataServices.DoubleConverter);
        AddWithNullable(factories, JsonMetadataServices.DecimalConverter);
        AddWithNullable(factories, JsonMetadataServices.GuidConverter);
        AddWithNullable(factories, JsonMetadataServices.DateTimeConverter);
        AddWithNullable(factories, JsonMetadataServices.DateTimeOffsetConverter);
        AddWithNullable(factories, JsonMetadataServices.DateOnlyConverter);
        AddWithNullable(factories, JsonMetadataServices.TimeOnlyConverter);
        AddWithNullable(factories, JsonMetadataServices.TimeSpanConverter);
        AddWithNullable(factories, JsonMetadataServices.MemoryByteConverter);
        AddWithNullable(factories, JsonMetadataServices.ReadOnlyMemoryByteConverter);
        AddWithNullable(factories, JsonMetadataServices.JsonElementConverter);
        Check<JsonElement>(factories);
        Check<JsonElement?>(factories);
        return factories;
    }

    private static void Add<T>(Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> factories, JsonConverter<T?> converter)
        where T : class =>
        factories.Add(typeof(T), options => Create(options, converter!));

    private static void AddUnknown<T>(Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> factories, JsonConverter<T?> converter)
        where T : class
    {
        Add(factories, converter);
        Check<T>(factories);
    }

    private static void Check<T>(Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> factories)
    {
        var create = factories[typeof(T)];
        factories[typeof(T)] = options => BodyMetadata.Of(options) is null ? create(options) : FreeValues.TypeInfo(typeof(T), options)!;
    }

    private static void AddWithNullable<T>(
        Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> factories,
        JsonConverter<T> converter)
        where T : struct
    {
        factories.Add(typeof(T), options => Create(options, converter));
        factories.Add(typeof(T?), options => CreateNullable(options, converter));
    }

    private static JsonTypeInfo? Finite<T>(JsonSerializerOptions options) =>
        BodyMetadata.Of(options) is null ? null : FiniteNumbers.TypeInfo<T>(options, options.NumberHandling);

    private static JsonTypeInfo<T> Create<T>(JsonSerializerOptions options, JsonConverter<T> converter) =>
        OptionsConverters.TypeInfo<T>(options) ?? (JsonTypeInfo<T>?)Finite<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, converter);

    private static JsonTypeInfo<T?> CreateNullable<T>(JsonSerializerOptions options, JsonConverter<T> converter)
        where T : struct =>
        OptionsConverters.TypeInfo<T?>(options)
        ?? (JsonTypeInfo<T?>?)Finite<T?>(options)
        ?? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter(Create(options, converter)));
}
