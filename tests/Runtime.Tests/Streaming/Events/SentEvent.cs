using System.Net.ServerSentEvents;
using System.Text;
using CsCheck;
using Jero;

namespace Runtime.Tests.Streaming.Events;

/// <summary>A random event, and whether the source waits before it.</summary>
internal sealed record SentEvent(string Data, string? Type, string? Id, TimeSpan? Retry, bool Waits)
{
    // The framework's parser makes a TimeSpan by floating point, which is exact up to here.
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(10_000);

    private static readonly Gen<string> Piece = Gen.Frequency(
        (4, Gen.OneOf("\r", "\n", "\r\n", "\n\r", "\0", "\u0085", "\u2028", "\u2029", "\ufeff", "\ud800", "\udfff", "\v", "\f")),
        (3, Gen.OneOf(" ", ":", "\t", "data: ", "id: 7", "event:", "retry: 1", ": ping", "{\"a\":1}", "\"")),
        (2, Gen.OneOf("a", "é", "日本語", "😀", "message")),
        (1, Gen.Char.Select(character => character.ToString())),
        (1, Gen.Int[1, 20_000].Select(length => new string('x', length))));

    private static readonly Gen<string> Text = Piece.Array[0, 10].Select(string.Concat);

    private static readonly Gen<string?> Line =
        Gen.Frequency((1, Gen.Const((string?)null)), (2, Text.Select(text => (string?)Without(text, '\r', '\n'))));

    private static readonly Gen<TimeSpan?> Delay = Gen.Frequency(
        (3, Gen.Const((TimeSpan?)null)),
        (1, Gen.Int[0, 100_000].Select(milliseconds => (TimeSpan?)TimeSpan.FromMilliseconds(milliseconds))),
        (1, Gen.Long[0, LongestRetry.Ticks].Select(ticks => (TimeSpan?)TimeSpan.FromTicks(ticks))));

    public static readonly Gen<SentEvent[]> Streams =
        Gen.Select(Text, Line, Line.Select(line => line is null ? null : Without(line, '\0')), Delay, Gen.Bool)
            .Select((data, type, id, retry, waits) => new SentEvent(data, type, id, retry, waits))
            .Array[1, 8];

    public ServerSentEvent<string> AsText => new(Data) { Event = Type, Id = Id, Retry = Retry };

    public ServerSentEvent<Movie> AsJson => new(new Movie(Data)) { Event = Type, Id = Id, Retry = Retry };

    public SseItem<string> AsFrameworkItem => new(Data, Type) { EventId = Id, ReconnectionInterval = Retry };

    /// <summary>The type as a client gets it.</summary>
    public string SeenType => string.IsNullOrEmpty(Type) ? "message" : Decoded(Type);

    /// <summary>A client joins data lines with LF, whatever ended them.</summary>
    public string SeenText => Decoded(Data).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    public string SeenTitle => Decoded(Data);

    /// <summary>The id that the client has after this event.</summary>
    public string SeenId(string before) => Id is null ? before : Decoded(Id);

    /// <summary>Readable in a failure's message.</summary>
    public override string ToString() =>
        $"data \"{Shown(Data)}\" event {Shown(Type)} id {Shown(Id)} retry {Retry}{(Waits ? " (waits)" : "")}";

    // UTF-8 has no lone surrogates: each is sent as U+FFFD.
    private static string Decoded(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Shown(string? text) => text is null
        ? "null"
        : string.Concat(text.Select(character => character is >= ' ' and <= '~' ? $"{character}" : $"\\u{(int)character:x4}"));

    private static string Without(string text, params char[] characters) => string.Concat(text.Split(characters));
}
