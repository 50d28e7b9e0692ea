namespace Runtime.Tests.Streaming.Stops;

/// <summary>What a row of the table does to its stream.</summary>
public enum StreamEnd
{
    SourceCompletes,
    SourceThrows,
    SourceThrowsBeforeItem1,
    ClientSendsFin,
    ClientSendsRst,
    ClientResetsHttp2Stream,
    ServerStops,
    DurationIsOver,
    ClientTakesNothing,
}

/// <summary>How a body ended, to the client that has read it.</summary>
internal enum SeenEnd
{
    Whole,
    CutShort,
    Problem,

    /// <summary>The client left before.</summary>
    Nothing,
}
