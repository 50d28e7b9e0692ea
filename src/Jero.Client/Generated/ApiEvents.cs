using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Reading;

namespace Jero.Client.Generated;

/// <summary>Reads the data of events.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiEvents
{
    /// <summary>Reads JSON, whatever the name of the event. An event with empty data has no item and is skipped.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="typeInfo">The metadata to read it with.</param>
    public static EventReader<T> Json<T>(JsonTypeInfo<T> typeInfo) => (string _, ReadOnlySpan<byte> data, out T item) =>
    {
        if (data.IsEmpty)
        {
            item = default!;
            return false;
        }

        item = Read(data, typeInfo);
        return true;
    };

    /// <summary>Reads JSON like <see cref="Json{T}"/>, most of it by a generated reader.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <typeparam name="TReader">Reads data in its usual form.</typeparam>
    /// <param name="typeInfo">The metadata to read other data with.</param>
    public static EventReader<T> Json<T, TReader>(JsonTypeInfo<T> typeInfo)
        where TReader : struct, IJsonReader<T> => (string _, ReadOnlySpan<byte> data, out T item) =>
    {
        item = data.IsEmpty ? default! : Read<T, TReader>(data, typeInfo);
        return !data.IsEmpty;
    };

    /// <summary>Reads JSON, by a generated reader if it has the usual form.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <typeparam name="TReader">Reads data in its usual form.</typeparam>
    /// <param name="data">The data in UTF-8.</param>
    /// <param name="typeInfo">The metadata to read other data with.</param>
    public static T Read<T, TReader>(ReadOnlySpan<byte> data, JsonTypeInfo<T> typeInfo)
        where TReader : struct, IJsonReader<T> =>
        UsualJson.Read(data, typeInfo, Usual<T, TReader>.Read);

    /// <summary>Reads JSON.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="data">The data in UTF-8.</param>
    /// <param name="typeInfo">The metadata to read it with.</param>
    public static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(data, typeInfo)!;

    /// <summary>Reads text.</summary>
    /// <param name="data">The data in UTF-8.</param>
    public static string Text(ReadOnlySpan<byte> data) => Encoding.UTF8.GetString(data);

    /// <summary>Returns whether to yield an event whose name the client does not know.</summary>
    /// <param name="options">The user's options.</param>
    /// <param name="name">The name of the event.</param>
    /// <exception cref="JsonException">The options say that unknown events throw.</exception>
    public static bool YieldsUnknown(EventStreamOptions? options, string name) => options?.UnknownEvents switch
    {
        UnknownEvents.Throw => throw new JsonException($"The client knows no event '{name}'."),
        UnknownEvents.Yield => true,
        _ => false,
    };

    // Created once for each type, and not for each event.
    private static class Usual<T, TReader>
        where TReader : struct, IJsonReader<T>
    {
        public static readonly TryReadJson<T> Read = default(TReader).TryRead;
    }
}
