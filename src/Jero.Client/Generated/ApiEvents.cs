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
    /// <summary>JSON, whatever the event's name. Empty data is none: it is skipped.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="typeInfo">How it is read.</param>
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

    /// <summary>As <see cref="Json{T}"/>, most of it by a reader of its own.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <typeparam name="TReader">Reads it in its usual form.</typeparam>
    /// <param name="typeInfo">How any other data is read.</param>
    public static EventReader<T> Json<T, TReader>(JsonTypeInfo<T> typeInfo)
        where TReader : struct, IJsonReader<T> => (string _, ReadOnlySpan<byte> data, out T item) =>
    {
        item = data.IsEmpty ? default! : Read<T, TReader>(data, typeInfo);
        return !data.IsEmpty;
    };

    /// <summary>JSON, in its usual form by a reader of its own.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <typeparam name="TReader">Reads it in its usual form.</typeparam>
    /// <param name="data">In UTF-8.</param>
    /// <param name="typeInfo">How any other data is read.</param>
    public static T Read<T, TReader>(ReadOnlySpan<byte> data, JsonTypeInfo<T> typeInfo)
        where TReader : struct, IJsonReader<T> =>
        UsualJson.Read(data, typeInfo, Usual<T, TReader>.Read);

    /// <summary>JSON.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="data">In UTF-8.</param>
    /// <param name="typeInfo">How it is read.</param>
    public static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(data, typeInfo)!;

    /// <summary>Text.</summary>
    /// <param name="data">In UTF-8.</param>
    public static string Text(ReadOnlySpan<byte> data) => Encoding.UTF8.GetString(data);

    /// <summary>Whether an event of a name that the client does not know is handed on.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="name">The event's name.</param>
    /// <exception cref="JsonException">It is not to come.</exception>
    public static bool YieldsUnknown(EventStreamOptions? options, string name) => options?.UnknownEvents switch
    {
        UnknownEvents.Throw => throw new JsonException($"The client knows no event '{name}'."),
        UnknownEvents.Yield => true,
        _ => false,
    };

    // Made once, and not for each event.
    private static class Usual<T, TReader>
        where TReader : struct, IJsonReader<T>
    {
        public static readonly TryReadJson<T> Read = default(TReader).TryRead;
    }
}
