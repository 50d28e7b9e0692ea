using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Notifications.Stores;

namespace Notifications.Feeds;

/// <summary>Reads the store once for this process and hands each event to every stream that wants it. Never waits for one of them.</summary>
public sealed partial class Feed(INotificationStore store, IOptions<NotificationOptions> options, ILogger<Feed> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Subscriber> _subscribers = [];
    private readonly Lock _lock = new();
    private FeedId _newest;

    /// <summary>Begins to collect events for a stream. Waits until the store has answered once.</summary>
    /// <param name="topics">What the stream carries.</param>
    /// <param name="after">The last event that the client has; null to begin with the next one.</param>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public async Task<Subscription> SubscribeAsync(FrozenSet<string> topics, FeedId? after, CancellationToken cancellationToken)
    {
        await _started.Task.WaitAsync(cancellationToken);
        var subscriber = new Subscriber(topics, options.Value.QueueLength);
        lock (_lock)
        {
            // At one moment, so that every event is either read from the store or queued.
            _subscribers.Add(subscriber);
            return new Subscription(this, store, subscriber, after ?? _newest, _newest);
        }
    }

    internal void Remove(Subscriber subscriber)
    {
        lock (_lock) _subscribers.Remove(subscriber);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            _newest = await store.FindNewestAsync(stoppingToken);
            _started.SetResult();
            while (true) await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _started.TrySetCanceled(stoppingToken);
        }
    }

    // An exception that leaves a hosted service stops the host, and here every node at once:
    // https://learn.microsoft.com/dotnet/core/extensions/workers#hosted-service-exceptions
    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var stored in store.FollowAsync(_newest, stoppingToken)) Deliver(stored);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception, _newest);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private void Deliver(FeedEvent stored)
    {
        var overflown = 0;
        lock (_lock)
        {
            _newest = stored.Id;
            overflown = _subscribers.RemoveWhere(subscriber => subscriber.Wants(stored) && !subscriber.TryAdd(stored));
        }

        if (overflown > 0) LogOverflow(overflown, stored.Id);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The feed broke off after {Id} and goes on there")]
    private partial void LogFailed(Exception exception, FeedId id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} clients are too slow; their streams end before {Id}")]
    private partial void LogOverflow(int count, FeedId id);
}
