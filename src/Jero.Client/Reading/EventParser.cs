using System.Buffers;
using System.Text;

namespace Jero.Client.Reading;

/// <summary>
/// Parses an event stream as WHATWG HTML, section 9.2.6, defines it. .NET's SseParser buffers up to 1 GiB for one event, and that limit
/// cannot be set: https://github.com/dotnet/runtime/issues/129168
/// </summary>
internal sealed class EventParser(int limit)
{
    private readonly ArrayBufferWriter<byte> _data = new();
    private bool _hasData;
    private bool _isFirst = true;
    private bool _skipsLineFeed;
    private int _looked;
    private string _name = "";
    private string? _id;
    private string? _ownId;
    private byte[] _nameBytes = [];
    private string _knownName = "";

    /// <summary>The last id that was dispatched; null if there was none.</summary>
    public string? LastEventId { get; set; }

    /// <summary>The last wait before a new connection that the server asked for; null if it did not.</summary>
    public TimeSpan? Retry { get; private set; }

    /// <summary>The name of the event that was found.</summary>
    public string Name { get; private set; } = "message";

    /// <summary>The id in the event that was found; null if it had none.</summary>
    public string? Id { get; private set; }

    /// <summary>The data of the event that was found.</summary>
    public ReadOnlySpan<byte> Data => _data.WrittenSpan[..^1];

    /// <summary>Begins a connection. An event that came without its blank line is discarded.</summary>
    public void Begin()
    {
        Reset();
        (_isFirst, _skipsLineFeed, _looked, _id, _ownId) = (true, false, 0, LastEventId, null);
    }

    /// <summary>Reads lines up to the end of an event with data.</summary>
    /// <param name="window">The bytes that have come.</param>
    /// <param name="number">The number of the event, counted from 1.</param>
    /// <returns>Whether there is an event; false asks for more bytes.</returns>
    /// <exception cref="InvalidDataException">The event is too large.</exception>
    public bool TryRead(ByteWindow window, long number)
    {
        while (TryReadLine(window, out var line, out var taken))
        {
            var isEvent = Process(line, number);
            window.Take(taken);
            if (isEvent)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Forgets the event that was found.</summary>
    public void Reset()
    {
        _data.ResetWrittenCount();
        (_hasData, _name) = (false, "");
    }

    private bool TryReadLine(ByteWindow window, out ReadOnlySpan<byte> line, out int taken)
    {
        var unread = window.Unread;
        line = default;
        taken = 0;
        if (_skipsLineFeed && !unread.IsEmpty)
        {
            // The second half of a CRLF, which may come in another read.
            _skipsLineFeed = false;
            if (unread[0] == (byte)'\n')
            {
                window.Take(1);
                unread = window.Unread;
            }
        }

        if (_isFirst)
        {
            if (unread.Length < 3 && "\uFEFF"u8.StartsWith(unread))
            {
                return false;
            }

            window.Take(unread.StartsWith("\uFEFF"u8) ? 3 : 0);
            unread = window.Unread;
            _isFirst = false;
        }

        var end = unread[_looked..].IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            _looked = unread.Length;
            return false;
        }

        end += _looked;
        _looked = 0;
        _skipsLineFeed = unread[end] == (byte)'\r';
        line = unread[..end];
        taken = end + 1;
        return true;
    }

    // Returns whether the line ends an event with data.
    private bool Process(ReadOnlySpan<byte> line, long number)
    {
        if (line.IsEmpty)
        {
            LastEventId = _id;
            (Id, _ownId) = (_ownId, null);
            if (!_hasData)
            {
                _name = "";
                return false;
            }

            Name = _name.Length == 0 ? "message" : _name;
            return true;
        }

        var colon = line.IndexOf((byte)':');
        var field = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? default : line[(colon + 1)..];
        if (value.StartsWith(" "u8))
        {
            value = value[1..];
        }

        if (field.SequenceEqual("data"u8))
        {
            if (_data.WrittenCount + (long)value.Length > limit)
            {
                throw ByteWindow.TooLarge(number, limit);
            }

            _data.Write(value);
            _data.Write("\n"u8);
            _hasData = true;
        }
        else if (field.SequenceEqual("event"u8))
        {
            _name = NameOf(value);
        }
        else if (field.SequenceEqual("id"u8))
        {
            SetId(value);
        }
        else if (field.SequenceEqual("retry"u8))
        {
            SetRetry(value);
        }

        return false;
    }

    private void SetId(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)0))
        {
            _id = _ownId = Encoding.UTF8.GetString(value);
        }
    }

    // Accepts only digits, and only what fits into a wait.
    private void SetRetry(ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            Retry = TimeSpan.FromMilliseconds(long.TryParse(value, out var milliseconds) ? Math.Min(milliseconds, int.MaxValue) : int.MaxValue);
        }
    }

    // Most streams have one name. A new string for each event would be the larger part of its cost.
    private string NameOf(ReadOnlySpan<byte> value)
    {
        if (!value.SequenceEqual(_nameBytes))
        {
            (_nameBytes, _knownName) = (value.ToArray(), Encoding.UTF8.GetString(value));
        }

        return _knownName;
    }
}
