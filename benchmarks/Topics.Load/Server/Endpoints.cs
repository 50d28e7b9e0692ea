using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Topics.Load.Server;

[Endpoint("/topic")]
public sealed partial class TopicEvents(Topic<Notice> notices)
{
    public SSEResponse<Notice> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) => notices.Stream(lastEventId);
}

[Endpoint("/topic/lines")]
public sealed partial class TopicLines(Topic<Notice> notices)
{
    public NDJSONStreamingResponse<Notice> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) => notices.StreamLines(lastEventId);
}

[Endpoint("/jero")]
public sealed partial class ChannelEvents(IPeers peers)
{
    public SSEResponse<Notice> Get() => new(peers.Events());
}

/// <summary>One event, and then a wait that holds nothing: what a stream takes, whatever it streams.</summary>
[Endpoint("/idle")]
public sealed partial class IdleEvents
{
    public SSEResponse<Notice> Get() => new(new Idle());
}

/// <summary>The same, by an iterator that waits on the request's token, as most sources do.</summary>
[Endpoint("/idle/iterator")]
public sealed partial class IteratorEvents
{
    public SSEResponse<Notice> Get() => new(Idle.IterateAsync());
}

[Endpoint("/ready/events")]
public sealed partial class ReadyEvents(IPeers peers)
{
    /// <summary>Events that are there already, and then a wait.</summary>
    public SSEResponse<Notice> Get(int count) => new(peers.ReadyEvents(count));
}

[Endpoint("/ready/lines")]
public sealed partial class ReadyLines(IPeers peers)
{
    public NDJSONStreamingResponse<Notice> Get(int count) => new(peers.Ready(count));
}
