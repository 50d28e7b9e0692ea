using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Notifications.Feeds;

namespace Notifications.Stores;

/// <summary>
/// The store of one process: a ring in memory, and behind it a <see cref="Journal"/>, so that a restart loses nothing. Publishers that come
/// at once share one write to the disk.
/// </summary>
public sealed partial class LocalStore : INotificationStore, IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Channel<Pending> _pending = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4 * LargestBatch) { SingleReader = true });
    private readonly Channel<FeedEvent> _stored = Channel.CreateUnbounded<FeedEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly Journal _journal;
    private readonly Ring _ring;
    private readonly TimeProvider _time;
    private readonly ILogger<LocalStore> _logger;
    private readonly Task _committing;
    private FeedId _newest;

    /// <exception cref="InvalidOperationException">Another process serves the same folder.</exception>
    public LocalStore(IOptions<NotificationOptions> options, TimeProvider time, ILogger<LocalStore> logger)
    {
        _time = time;
        _logger = logger;
        _ring = new Ring(options.Value.Retention);
        var file = Path.Combine(DataFolder.Of(options.Value), "notifications.db");
        _journal = new Journal(file);
        foreach (var kept in _journal.Load(options.Value.Retention)) _ring.Add(kept);
        _newest = _ring.Newest?.Id ?? FeedId.Start;
        LogOpened(file, _newest);
        _committing = Task.Run(CommitAsync);
    }

    public async Task<FeedId> AppendAsync(string topic, string kind, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var pending = new Pending(topic, kind, json, new TaskCompletionSource<FeedId>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _pending.Writer.WriteAsync(pending, cancellationToken);
        return await pending.Stored.Task.WaitAsync(cancellationToken);
    }

    public Task<FeedId> FindNewestAsync(CancellationToken cancellationToken)
    {
        lock (_lock) return Task.FromResult(_newest);
    }

    public IAsyncEnumerable<FeedEvent> ReadAsync(FeedId first, FeedId last, CancellationToken cancellationToken)
    {
        lock (_lock) return _ring.Slice(first, last).ToAsyncEnumerable();
    }

    public async IAsyncEnumerable<FeedEvent> FollowAsync(FeedId after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in _stored.Reader.ReadAllAsync(cancellationToken))
        {
            if (stored.Id > after) yield return stored;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _committing;
        _journal.Dispose();
    }

    private async Task CommitAsync()
    {
        var batch = new List<Pending>(LargestBatch);
        while (await _pending.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _pending.Reader.TryRead(out var pending)) batch.Add(pending);
            try
            {
                Commit(batch);
            }
            // Whatever it is: whoever publishes would otherwise wait for ever.
            catch (Exception exception)
            {
                LogFailed(exception, batch.Count);
                batch.ForEach(pending => pending.Stored.SetException(new StoreUnavailableException(exception)));
            }
        }
    }

    private void Commit(List<Pending> batch)
    {
        var newest = _newest;
        var events = batch.ConvertAll(pending =>
            new FeedEvent(newest = newest.Next(_time.GetUtcNow()), pending.Topic, pending.Kind, pending.Json));
        _journal.Append(events, _ring.Oldest?.Id);
        lock (_lock)
        {
            foreach (var stored in events) _ring.Add(stored);
            _newest = newest;
        }

        for (var i = 0; i < events.Count; i++)
        {
            _stored.Writer.TryWrite(events[i]);
            batch[i].Stored.SetResult(events[i].Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "notifications are kept in {File}, the newest is {Newest}")]
    private partial void LogOpened(string file, FeedId newest);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} notifications could not be stored")]
    private partial void LogFailed(Exception exception, int count);

    private sealed record Pending(string Topic, string Kind, ReadOnlyMemory<byte> Json, TaskCompletionSource<FeedId> Stored);
}
