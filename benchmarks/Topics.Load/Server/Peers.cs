using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FastEndpoints;
using Jero;

namespace Topics.Load.Server;

/// <summary>The sources of the peers. An interface, since an endpoint is public and they are not.</summary>
public interface IPeers
{
    IAsyncEnumerable<ServerSentEvent<Notice>> Events(CancellationToken token = default);

    IAsyncEnumerable<ServerSentEvent<Notice>> ReadyEvents(int count, CancellationToken token = default);

    IAsyncEnumerable<Notice> Ready(int count);
}

/// <inheritdoc/>
internal sealed class Peers(Channels channels) : IPeers
{
    private const string Name = "notice";

    private static readonly Notice[] Notices = [.. Enumerable.Range(0, 1_000).Select(static number => Notice.Make(number, isLarge: false))];
    private static readonly string[] Ids = [.. Notices.Select(static notice => $"m0199f3c8d5e67c1b8d3f41a-{notice.Number}")];

    public async IAsyncEnumerable<ServerSentEvent<Notice>> Events([EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var sent in channels.ReadAsync(token))
        {
            yield return new ServerSentEvent<Notice>(sent.Notice) { Event = Name, Id = sent.Id };
        }
    }

    public async IAsyncEnumerable<SseItem<Notice>> Items([EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var sent in channels.ReadAsync(token))
        {
            yield return new SseItem<Notice>(sent.Notice, Name) { EventId = sent.Id };
        }
    }

    public async IAsyncEnumerable<StreamItem> StreamItems([EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var sent in channels.ReadAsync(token))
        {
            yield return new StreamItem(sent.Id, Name, sent.Notice);
        }
    }

    public async IAsyncEnumerable<ServerSentEvent<Notice>> ReadyEvents(int count, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var i = 0; i < count; i++)
        {
            yield return new ServerSentEvent<Notice>(Notices[i % Notices.Length]) { Event = Name, Id = Ids[i % Ids.Length] };
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, token);
    }

    public async IAsyncEnumerable<SseItem<Notice>> ReadyItems(int count, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var i = 0; i < count; i++)
        {
            yield return new SseItem<Notice>(Notices[i % Notices.Length], Name) { EventId = Ids[i % Ids.Length] };
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, token);
    }

    public async IAsyncEnumerable<Notice> Ready(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return Notices[i % Notices.Length];
        }
    }
}

/// <summary>FastEndpoints' event stream.</summary>
internal sealed class FastEvents(IPeers peers) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/fast");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync(((Peers)peers).StreamItems(ct), ct);
}
