using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Json.Metadata;

namespace Jero.Generated;

// Besides the options, each method takes how to create an empty collection or one from a sequence, whether a body with a null among its
// items is rejected, and the metadata of the items, if it is not that of their type.
public static partial class JsonTypeInfos
{
    /// <summary>An array.</summary>
    public static JsonTypeInfo<T[]> Array<T>(JsonSerializerOptions options, bool refusesNull = false, JsonTypeInfo? items = null) =>
        OptionsConverters.TypeInfo<T[]>(options)
        ?? Items<T[], T>(JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]> { ElementInfo = items! }), refusesNull);

    /// <summary>A region of memory, as an array.</summary>
    public static JsonTypeInfo<Memory<T>> Memory<T>(JsonSerializerOptions options, JsonTypeInfo? items = null) =>
        OptionsConverters.TypeInfo<Memory<T>>(options)
        ?? UnderOptions(JsonMetadataServices.CreateMemoryInfo<T>(options, new JsonCollectionInfoValues<Memory<T>> { ElementInfo = items! }));

    /// <summary>A region of memory that can only be read, as an array.</summary>
    public static JsonTypeInfo<ReadOnlyMemory<T>> ReadOnlyMemory<T>(JsonSerializerOptions options, JsonTypeInfo? items = null) =>
        OptionsConverters.TypeInfo<ReadOnlyMemory<T>>(options)
        ?? UnderOptions(JsonMetadataServices.CreateReadOnlyMemoryInfo<T>(options, new JsonCollectionInfoValues<ReadOnlyMemory<T>> { ElementInfo = items! }));

    /// <summary>A list, or a class that derives from it.</summary>
    public static JsonTypeInfo<TCollection> List<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null) where TCollection : List<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateListInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A list by its interface.</summary>
    public static JsonTypeInfo<TCollection> IList<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null) where TCollection : IList<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateIListInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A collection by its interface.</summary>
    public static JsonTypeInfo<TCollection> ICollection<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : ICollection<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateICollectionInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A set by its interface.</summary>
    public static JsonTypeInfo<TCollection> ISet<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null) where TCollection : ISet<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateISetInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A queue.</summary>
    public static JsonTypeInfo<TCollection> Queue<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null) where TCollection : Queue<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateQueueInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A stack.</summary>
    public static JsonTypeInfo<TCollection> Stack<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null) where TCollection : Stack<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateStackInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A concurrent queue.</summary>
    public static JsonTypeInfo<TCollection> ConcurrentQueue<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : ConcurrentQueue<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateConcurrentQueueInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A concurrent stack.</summary>
    public static JsonTypeInfo<TCollection> ConcurrentStack<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : ConcurrentStack<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateConcurrentStackInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>An immutable collection, made of a sequence.</summary>
    public static JsonTypeInfo<TCollection> Immutable<TCollection, T>(JsonSerializerOptions options, Func<IEnumerable<T>, TCollection> create, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : IEnumerable<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateImmutableEnumerableInfo(options, new JsonCollectionInfoValues<TCollection> { ElementInfo = items! }, create), refusesNull);

    /// <summary>A sequence that is only written.</summary>
    public static JsonTypeInfo<TCollection> Enumerable<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : IEnumerable<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Items<TCollection, T>(JsonMetadataServices.CreateIEnumerableInfo<TCollection, T>(options, Values(creator, items)), refusesNull);

    /// <summary>A dictionary, or a class that derives from it.</summary>
    public static JsonTypeInfo<TCollection> Dictionary<TCollection, TKey, TValue>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : Dictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Entries<TCollection, TKey, TValue>(JsonMetadataServices.CreateDictionaryInfo<TCollection, TKey, TValue>(options, Values(creator, items)), refusesNull);

    /// <summary>A dictionary by its interface.</summary>
    public static JsonTypeInfo<TCollection> IDictionary<TCollection, TKey, TValue>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : IDictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Entries<TCollection, TKey, TValue>(JsonMetadataServices.CreateIDictionaryInfo<TCollection, TKey, TValue>(options, Values(creator, items)), refusesNull);

    /// <summary>A dictionary by the interface that can only be read.</summary>
    public static JsonTypeInfo<TCollection> IReadOnlyDictionary<TCollection, TKey, TValue>(JsonSerializerOptions options, Func<TCollection>? creator, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Entries<TCollection, TKey, TValue>(JsonMetadataServices.CreateIReadOnlyDictionaryInfo<TCollection, TKey, TValue>(options, Values(creator, items)), refusesNull);

    /// <summary>An immutable dictionary, made of a sequence.</summary>
    public static JsonTypeInfo<TCollection> ImmutableDictionary<TCollection, TKey, TValue>(
        JsonSerializerOptions options, Func<IEnumerable<KeyValuePair<TKey, TValue>>, TCollection> create, bool refusesNull = false, JsonTypeInfo? items = null)
        where TCollection : IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? Entries<TCollection, TKey, TValue>(JsonMetadataServices.CreateImmutableDictionaryInfo(options, new JsonCollectionInfoValues<TCollection> { ElementInfo = items! }, create), refusesNull);

    private static JsonTypeInfo<T> UnderOptions<T>(JsonTypeInfo<T> typeInfo)
    {
        typeInfo.NumberHandling = null;
        return typeInfo;
    }

    // The values have no way to say "as the options do": what they leave open would be strict.
    private static JsonTypeInfo<TCollection> Items<TCollection, T>(JsonTypeInfo<TCollection> typeInfo, bool refusesNull) where TCollection : IEnumerable<T>
    {
        typeInfo.NumberHandling = null;
        if (refusesNull && BodyMetadata.Of(typeInfo.Options) is { RefusesNull: true })
        {
            NullItems.Refuse<T>(typeInfo);
        }

        return typeInfo;
    }

    private static JsonTypeInfo<TCollection> Entries<TCollection, TKey, TValue>(JsonTypeInfo<TCollection> typeInfo, bool refusesNull)
        where TCollection : IEnumerable<KeyValuePair<TKey, TValue>>
    {
        typeInfo.NumberHandling = null;
        if (refusesNull && BodyMetadata.Of(typeInfo.Options) is { RefusesNull: true })
        {
            NullItems.RefuseEntries<TKey, TValue>(typeInfo);
        }

        return typeInfo;
    }

    private static JsonCollectionInfoValues<TCollection> Values<TCollection>(Func<TCollection>? creator, JsonTypeInfo? items) => new() { ObjectCreator = creator, ElementInfo = items! };
}
