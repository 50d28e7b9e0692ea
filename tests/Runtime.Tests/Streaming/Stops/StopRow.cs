using Microsoft.Extensions.Logging;

namespace Runtime.Tests.Streaming.Stops;

/// <summary>What must hold where one form of source meets one end.</summary>
internal sealed record StopRow(SourceForm Form, StreamEnd End)
{
    /// <summary>The word of the log line.</summary>
    public string Reason => End switch
    {
        StreamEnd.SourceCompletes => "Completed",
        StreamEnd.SourceThrows or StreamEnd.SourceThrowsBeforeItem1 => "SourceFaulted",
        StreamEnd.ServerStops => "ServerStopping",
        StreamEnd.DurationIsOver => "MaximumDuration",
        StreamEnd.ClientTakesNothing => "SendTimeout",
        _ => "ClientGone",
    };

    /// <summary>The word of the metrics' tag.</summary>
    public string Tag => Reason switch
    {
        "Completed" => "completed",
        "SourceFaulted" => "source_faulted",
        "ServerStopping" => "server_stopping",
        "MaximumDuration" => "maximum_duration",
        "SendTimeout" => "send_timeout",
        _ => "client_gone",
    };

    public bool IsOutside => Reason is not ("Completed" or "SourceFaulted");

    // A pipe over a stream cancels the read that is under way, and there is none while the client takes nothing.
    public bool TokenFires => IsOutside && !(Form.Source == "pipe" && End == StreamEnd.ClientTakesNothing);

    public bool HasItem1 => End != StreamEnd.SourceThrowsBeforeItem1;

    public SeenEnd Seen => End switch
    {
        StreamEnd.SourceCompletes => SeenEnd.Whole,
        StreamEnd.ServerStops or StreamEnd.DurationIsOver => Form.Wrapper == "sse" ? SeenEnd.Whole : SeenEnd.CutShort,
        StreamEnd.SourceThrows or StreamEnd.ClientTakesNothing => SeenEnd.CutShort,
        StreamEnd.SourceThrowsBeforeItem1 => Form.StartsBeforeItem1 ? SeenEnd.CutShort : SeenEnd.Problem,
        _ => SeenEnd.Nothing,
    };

    /// <summary>The levels of Jero's own log lines, in order.</summary>
    public LogLevel[] LogLevels => (End, Seen) switch
    {
        (StreamEnd.SourceThrows or StreamEnd.SourceThrowsBeforeItem1, SeenEnd.CutShort) => [LogLevel.Error, LogLevel.Debug],
        (StreamEnd.ClientTakesNothing, _) => [LogLevel.Warning, LogLevel.Debug],
        _ => [LogLevel.Debug],
    };
}
