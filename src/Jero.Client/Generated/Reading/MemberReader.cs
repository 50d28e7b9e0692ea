using System.ComponentModel;
using System.Text.Json;

namespace Jero.Client.Generated;

/// <summary>
/// Reads the members of one JSON object and remembers which of them have been read. It skips members that it does not know, because a
/// server may be newer than its client. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberReader
{
    private ReadOnlySpan<byte> _name;
    private ulong _read;
    private bool _hasBegun;
    private bool _isUnusual;

    /// <summary>Gets the length of the member's name in bytes.</summary>
    public readonly int NameLength => _name.Length;

    /// <summary>Moves to the value of the next member.</summary>
    /// <param name="reader">A reader on the opening brace of the object, or on the last token of the previous member.</param>
    /// <returns>False at the end of the object, or if there is no object.</returns>
    public bool TryNext(ref Utf8JsonReader reader)
    {
        if ((!_hasBegun && reader.TokenType != JsonTokenType.StartObject) || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        // An escaped name could be mistaken for another name.
        _hasBegun = true;
        _name = reader.ValueSpan;
        return !reader.ValueIsEscaped && reader.Read();
    }

    /// <summary>Returns whether the member has this name, written without an escape.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public readonly bool IsNamed(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Remembers that a member has been read.</summary>
    /// <param name="index">Its number, from 0 to 63.</param>
    public void Add(int index)
    {
        _isUnusual |= (_read & (1UL << index)) != 0;
        _read |= 1UL << index;
    }

    /// <summary>Skips the value of a member that has another name.</summary>
    /// <param name="reader">A reader on the first token of the value.</param>
    /// <returns>False if the name may have a meaning for System.Text.Json.</returns>
    public readonly bool TrySkip(ref Utf8JsonReader reader) => !_name.StartsWith("$"u8) && reader.TrySkip();

    /// <summary>Returns whether the object has ended, no member occurred twice, and none is missing.</summary>
    /// <param name="reader">A reader after the last member.</param>
    /// <param name="expected">The required members, one bit for each.</param>
    public readonly bool IsWhole(ref Utf8JsonReader reader, ulong expected) =>
        reader.TokenType == JsonTokenType.EndObject && (_read & expected) == expected && !_isUnusual;
}
