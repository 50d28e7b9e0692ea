using System.Text;

namespace Runtime.Tests.Streaming.Events;

/// <summary>An event as a client gets it: the id is the last one that the stream has set.</summary>
internal sealed record ParsedEvent(string Type, string Data, string LastEventId);

/// <summary>
/// Reads an event stream as the WHATWG HTML standard says a client does, sections 9.2.5 and 9.2.6
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream).
/// </summary>
internal sealed class EventStreamParser
{
    private readonly List<ParsedEvent> _events = [];
    private readonly StringBuilder _data = new();
    private string _type = "";
    private string _lastEventId = "";

    private EventStreamParser()
    {
    }

    public IReadOnlyList<ParsedEvent> Events => _events;

    /// <summary>Every reconnection time that was set, in order.</summary>
    public List<long> ReconnectionTimes { get; } = [];

    public static EventStreamParser Parse(ReadOnlySpan<byte> stream)
    {
        var parser = new EventStreamParser();
        var text = Encoding.UTF8.GetString(stream);
        var rest = text.StartsWith('\ufeff') ? text.AsSpan(1) : text;

        // What stands behind the last line end is no line; what stands behind the last blank line is no event.
        while (rest.IndexOfAny('\r', '\n') is >= 0 and var end)
        {
            parser.Line(rest[..end].ToString());
            var isPair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
            rest = rest[(end + (isPair ? 2 : 1))..];
        }

        return parser;
    }

    private void Line(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (line.Length == 0)
        {
            Dispatch();
        }
        else if (colon < 0)
        {
            Field(line, "");
        }
        else if (colon > 0)
        {
            var value = line[(colon + 1)..];
            Field(line[..colon], value.StartsWith(' ') ? value[1..] : value);
        }
    }

    private void Field(string name, string value)
    {
        switch (name)
        {
            case "event":
                _type = value;
                break;
            case "data":
                _data.Append(value).Append('\n');
                break;
            case "id" when !value.Contains('\0', StringComparison.Ordinal):
                _lastEventId = value;
                break;
            case "retry" when value.All(char.IsAsciiDigit) && long.TryParse(value, out var time):
                ReconnectionTimes.Add(time);
                break;
        }
    }

    private void Dispatch()
    {
        if (_data.Length > 0)
        {
            _events.Add(new(_type.Length > 0 ? _type : "message", _data.ToString(0, _data.Length - 1), _lastEventId));
        }

        _data.Clear();
        _type = "";
    }
}
