using System.Collections.Frozen;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications.Tests.Feeds;

/// <summary>A feed that runs until its test ends.</summary>
internal sealed class RunningFeed(INotificationStore store, int queueLength) : IAsyncDisposable
{
    private readonly Feed _feed = new(store, Options.Create(new NotificationOptions { QueueLength = queueLength }), NullLogger<Feed>.Instance);

    public static async Task<RunningFeed> StartAsync(INotificationStore store, int queueLength = 1024)
    {
        var running = new RunningFeed(store, queueLength);
        await running._feed.StartAsync(TestContext.Current.CancellationToken);
        return running;
    }

    public Task<Subscription> SubscribeAsync(FeedId? after, params string[] topics) => _feed.SubscribeAsync(
        (topics is [] ? ["general"] : topics).ToFrozenSet(), after, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _feed.StopAsync(CancellationToken.None);
        _feed.Dispose();
    }
}
