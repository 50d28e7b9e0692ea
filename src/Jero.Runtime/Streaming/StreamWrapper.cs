using Jero.Responses;

namespace Jero.Streaming;

/// <summary>Describes what the kinds of stream differ in, apart from their framing.</summary>
internal sealed class StreamWrapper
{
    public static readonly StreamWrapper Ndjson = new()
    {
        Name = "ndjson",
        MaxDurationOf = static options => options.NDJSONMaxDuration,
        LogCategory = "Jero.Streaming.NDJSON",
        Head = HeadTraits.HasStream | HeadTraits.ForbidsProxyBuffering | HeadTraits.IsIncremental,
    };

    /// <summary>The elements of one array. It is complete if its bracket closes.</summary>
    public static readonly StreamWrapper JsonArray = new()
    {
        Name = "json",
        MaxDurationOf = static options => options.NDJSONMaxDuration,
        LogCategory = "Jero.Streaming.NDJSON",
        Head = HeadTraits.HasStream | HeadTraits.ForbidsProxyBuffering | HeadTraits.IsIncremental,
        HasBrackets = true,
    };

    public static readonly StreamWrapper ServerSentEvents = new()
    {
        Name = "sse",
        MaxDurationOf = static options => options.ServerSentEventsMaxDuration,
        LogCategory = "Jero.Streaming.ServerSentEvents",
        Head = HeadTraits.HasStream | HeadTraits.ForbidsProxyBuffering | HeadTraits.ForbidsCaching | HeadTraits.IsIncremental,
        StartsAtOnce = true,
        EndsWholeWhenStopped = true,
    };

    public static readonly StreamWrapper Bytes = new()
    {
        Name = "bytes",
        MaxDurationOf = static options => options.BytesMaxDuration,
        LogCategory = "Jero.Streaming.Bytes",
    };

    /// <summary>The value of the metrics' tag.</summary>
    public required string Name { get; init; }

    public required string LogCategory { get; init; }

    /// <summary>The option for this kind of stream alone.</summary>
    public required Func<JeroOptions, TimeSpan?> MaxDurationOf { get; init; }

    /// <summary>Whether headers go out before the first item even without a lifecycle.</summary>
    public bool StartsAtOnce { get; private init; }

    /// <summary>Whether a stop from outside ends the body cleanly: an EventSource reconnects after every end.</summary>
    public bool EndsWholeWhenStopped { get; private init; }

    /// <summary>Whether the items are in brackets.</summary>
    public bool HasBrackets { get; private init; }

    public HeadTraits Head { get; private init; } = HeadTraits.HasStream;
}
