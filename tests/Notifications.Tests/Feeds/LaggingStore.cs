using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications.Tests.Feeds;

/// <summary>A store that others write to as well, and that brings this process their events when the test says so.</summary>
internal sealed class LaggingStore : INotificationStore
{
    private readonly List<FeedEvent> _stored = [];
    private readonly Channel<FeedEvent?> _brought = Channel.CreateUnbounded<FeedEvent?>();

    public FeedEvent Store(int number)
    {
        var stored = new FeedEvent(new FeedId((ulong)number, 0), "general", "message", "{}"u8.ToArray());
        _stored.Add(stored);
        return stored;
    }

    public void Bring(FeedEvent stored) => _brought.Writer.TryWrite(stored);

    /// <summary>Throws what no store is meant to throw at whoever follows.</summary>
    public void Break() => _brought.Writer.TryWrite(null);

    public Task<FeedId> AppendAsync(string topic, string kind, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<FeedId> FindNewestAsync(CancellationToken cancellationToken) => Task.FromResult(FeedId.Start);

    public IAsyncEnumerable<FeedEvent> ReadAsync(FeedId first, FeedId last, CancellationToken cancellationToken) =>
        _stored.Where(stored => stored.Id >= first && stored.Id <= last).ToArray().ToAsyncEnumerable();

    public async IAsyncEnumerable<FeedEvent> FollowAsync(FeedId after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var brought in _brought.Reader.ReadAllAsync(cancellationToken)) yield return brought ?? throw new InvalidOperationException("Nobody foresaw this.");
    }
}
