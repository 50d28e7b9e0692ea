using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
}
