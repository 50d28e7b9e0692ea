using System.ComponentModel;
using System.Text.Json;

namespace Jero.Client.Generated;

/// <summary>
/// Goes through the members of one object of JSON and keeps in mind which of them have been read. Members that nobody knows are passed over: a
/// server may be newer than its client. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberReader
{
    private ReadOnlySpan<byte> _name;
    private ulong _read;
    private bool _hasBegun;
    private bool _isUnusual;

    /// <summary>The length of the member's name in bytes.</summary>
    public readonly int NameLength => _name.Length;

    /// <summary>Goes to the value of the next member.</summary>
    /// <param name="reader">Stands on the brace that begins the object, or on the last token of the member before.</param>
    /// <returns>False at the end of the object, and where there is no object.</returns>
    public bool TryNext(ref Utf8JsonReader reader)
    {
        if ((!_hasBegun && reader.TokenType != JsonTokenType.StartObject) || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        // An escape may look like the letters of another name.
        _hasBegun = true;
        _name = reader.ValueSpan;
        return !reader.ValueIsEscaped && reader.Read();
    }

    /// <summary>Whether the member has that name, written without an escape.</summary>
    /// <param name="name">In UTF-8.</param>
    public readonly bool IsNamed(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Keeps in mind that a member has been read.</summary>
    /// <param name="index">Its number, from 0 to 63.</param>
    public void Add(int index)
    {
        _isUnusual |= (_read & (1UL << index)) != 0;
        _read |= 1UL << index;
    }

    /// <summary>Passes over the value of a member that has another name.</summary>
    /// <param name="reader">Stands on its first token.</param>
    /// <returns>False where the name may mean something to System.Text.Json.</returns>
    public readonly bool TrySkip(ref Utf8JsonReader reader) => !_name.StartsWith("$"u8) && reader.TrySkip();

    /// <summary>Whether the object has ended, no member came twice, and none is missing.</summary>
    /// <param name="reader">Stands behind the last member.</param>
    /// <param name="expected">The members that have to be there, a bit each.</param>
    public readonly bool IsWhole(ref Utf8JsonReader reader, ulong expected) =>
        reader.TokenType == JsonTokenType.EndObject && (_read & expected) == expected && !_isUnusual;
}
