using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes any dictionary as an object, or <c>null</c>. A <see cref="Dictionary{TKey, TValue}"/> is enumerated without an allocation.
/// </summary>
/// <typeparam name="TDictionary">The static type of the dictionary.</typeparam>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The static type of the values.</typeparam>
/// <typeparam name="TKeyWriter">Writes a key.</typeparam>
/// <typeparam name="TWriter">Writes a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryWriter<TDictionary, TKey, TValue, TKeyWriter, TWriter> : IJsonWriter<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>?
    where TKey : notnull
    where TKeyWriter : struct, IJsonKeyWriter<TKey>
    where TWriter : struct, IJsonWriter<TValue>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, TDictionary value)
    {
        switch (value)
        {
            case null:
                JsonFormat.WriteNull(buffer);
                break;
            // A derived dictionary may enumerate differently.
            case Dictionary<TKey, TValue> dictionary when dictionary.GetType() == typeof(Dictionary<TKey, TValue>):
                WriteEntries(buffer, dictionary.GetEnumerator());
                break;
            default:
                WriteEntries(buffer, value.GetEnumerator());
                break;
        }
    }

    private static void WriteEntries<TEnumerator>(BatchBuffer buffer, TEnumerator entries)
        where TEnumerator : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        using (entries)
        {
            buffer.PushDepth();
            buffer.WriteByte((byte)'{');
            if (entries.MoveNext())
            {
                WriteEntry(buffer, entries.Current);
                while (entries.MoveNext())
                {
                    buffer.WriteByte((byte)',');
                    WriteEntry(buffer, entries.Current);
                }
            }

            buffer.WriteByte((byte)'}');
            buffer.PopDepth();
        }
    }

    private static void WriteEntry(BatchBuffer buffer, KeyValuePair<TKey, TValue> entry)
    {
        default(TKeyWriter).Write(buffer, entry.Key);
        buffer.WriteByte((byte)':');
        default(TWriter).Write(buffer, entry.Value);
    }
}
