using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Json;

namespace Jero.Generated;

public static partial class JsonTypeInfos
{
    /// <summary>An array.</summary>
    public static JsonTypeInfo<T[]> Array<T>(JsonSerializerOptions options) =>
        OptionsConverters.TypeInfo<T[]>(options)
        ?? UnderOptions(JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>()));

    /// <summary>A list, or a class that derives from it.</summary>
    public static JsonTypeInfo<TCollection> List<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator) where TCollection : List<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateListInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A list by its interface.</summary>
    public static JsonTypeInfo<TCollection> IList<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator) where TCollection : IList<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateIListInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A collection by its interface.</summary>
    public static JsonTypeInfo<TCollection> ICollection<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : ICollection<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateICollectionInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A set by its interface.</summary>
    public static JsonTypeInfo<TCollection> ISet<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator) where TCollection : ISet<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateISetInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A queue.</summary>
    public static JsonTypeInfo<TCollection> Queue<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator) where TCollection : Queue<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateQueueInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A stack.</summary>
    public static JsonTypeInfo<TCollection> Stack<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator) where TCollection : Stack<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateStackInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A concurrent queue.</summary>
    public static JsonTypeInfo<TCollection> ConcurrentQueue<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : ConcurrentQueue<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateConcurrentQueueInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A concurrent stack.</summary>
    public static JsonTypeInfo<TCollection> ConcurrentStack<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : ConcurrentStack<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateConcurrentStackInfo<TCollection, T>(options, Values(creator)));

    /// <summary>An immutable collection, made of a sequence.</summary>
    public static JsonTypeInfo<TCollection> Immutable<TCollection, T>(JsonSerializerOptions options, Func<IEnumerable<T>, TCollection> create)
        where TCollection : IEnumerable<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateImmutableEnumerableInfo(options, new JsonCollectionInfoValues<TCollection>(), create));

    /// <summary>A sequence that only has to be written.</summary>
    public static JsonTypeInfo<TCollection> Enumerable<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : IEnumerable<T> =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateIEnumerableInfo<TCollection, T>(options, Values(creator)));

    /// <summary>A dictionary, or a class that derives from it.</summary>
    public static JsonTypeInfo<TCollection> Dictionary<TCollection, TKey, TValue>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : Dictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateDictionaryInfo<TCollection, TKey, TValue>(options, Values(creator)));

    /// <summary>A dictionary by its interface.</summary>
    public static JsonTypeInfo<TCollection> IDictionary<TCollection, TKey, TValue>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : IDictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateIDictionaryInfo<TCollection, TKey, TValue>(options, Values(creator)));

    /// <summary>A dictionary by the interface that can only be read.</summary>
    public static JsonTypeInfo<TCollection> IReadOnlyDictionary<TCollection, TKey, TValue>(JsonSerializerOptions options, Func<TCollection>? creator)
        where TCollection : IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateIReadOnlyDictionaryInfo<TCollection, TKey, TValue>(options, Values(creator)));

    /// <summary>An immutable dictionary, made of a sequence.</summary>
    public static JsonTypeInfo<TCollection> ImmutableDictionary<TCollection, TKey, TValue>(
        JsonSerializerOptions options, Func<IEnumerable<KeyValuePair<TKey, TValue>>, TCollection> create)
        where TCollection : IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull =>
        OptionsConverters.TypeInfo<TCollection>(options)
        ?? UnderOptions(JsonMetadataServices.CreateImmutableDictionaryInfo(options, new JsonCollectionInfoValues<TCollection>(), create));

    private static JsonCollectionInfoValues<TCollection> Values<TCollection>(Func<TCollection>? creator) => new() { ObjectCreator = creator };
}
