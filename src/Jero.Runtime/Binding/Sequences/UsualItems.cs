using System.Text.Json;
using Jero.Generated;

namespace Jero.Binding.Sequences;

/// <summary>Reads items by generated code as long as their JSON has the form that this code expects. Not thread-safe.</summary>
/// <param name="read">The generated code.</param>
/// <param name="options">The options of the metadata that reads the other items.</param>
internal sealed class UsualItems<T>(TryReadJson<T> read, JsonSerializerOptions options)
{
    // A client that writes its items in another form, for instance with an unknown member, usually does so in all of them. After this many
    // the direct reader gives up.
    private const int MostUnusual = 16;

    private readonly JsonReaderOptions _options = new()
    {
        AllowTrailingCommas = options.AllowTrailingCommas,
        CommentHandling = options.ReadCommentHandling,
        MaxDepth = options.MaxDepth,
    };

    private int _unusual;

    /// <summary>Reads one item. Returns false if its JSON is unusual, for whatever reason.</summary>
    public bool TryRead(ReadOnlySpan<byte> json, out T item)
    {
        if (_unusual == MostUnusual)
        {
            item = default!;
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(json, _options);
            if (reader.Read() && read(ref reader, out item) && !reader.Read())
            {
                _unusual = 0;
                return true;
            }
        }
        catch (Exception)
        {
            // Malformed JSON, text that is not UTF-8, or a constructor that throws: reading by metadata reports what is wrong.
        }

        _unusual++;
        item = default!;
        return false;
    }
}
