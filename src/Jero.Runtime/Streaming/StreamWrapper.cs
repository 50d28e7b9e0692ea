namespace Jero.Streaming;

/// <summary>What the three wrappers differ in, apart from their framing.</summary>
internal sealed class StreamWrapper
{
    public static readonly StreamWrapper Ndjson = new() { Name = "ndjson", LogCategory = "Jero.Streaming.NDJSON", ForbidsProxyBuffering = true };

    public static readonly StreamWrapper ServerSentEvents = new()
    {
        Name = "sse",
        LogCategory = "Jero.Streaming.ServerSentEvents",
        ForbidsProxyBuffering = true,
        ForbidsCaching = true,
        StartsAtOnce = true,
    };

    public static readonly StreamWrapper Bytes = new() { Name = "bytes", LogCategory = "Jero.Streaming.Bytes" };

    /// <summary>The metrics' tag.</summary>
    public required string Name { get; init; }

    public required string LogCategory { get; init; }

    /// <summary>Whether headers go out before item 1 also without a lifecycle.</summary>
    public bool StartsAtOnce { get; private init; }

    public bool ForbidsCaching { get; private init; }

    public bool ForbidsProxyBuffering { get; private init; }
}
