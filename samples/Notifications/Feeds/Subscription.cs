using System.Runtime.CompilerServices;
using Jero;
using Notifications.Stores;

namespace Notifications.Feeds;

/// <summary>The events of one stream: first those it has missed, then those that come. To be read once.</summary>
public sealed class Subscription : IDisposable
{
    /// <summary>The name of the event that says that events may be missing.</summary>
    public const string Gap = "gap";

    private static readonly ReadyJson Null = new("null"u8.ToArray());

    private readonly Feed _feed;
    private readonly INotificationStore _store;
    private readonly Subscriber _subscriber;
    private readonly FeedId _newest;

    internal Subscription(Feed feed, INotificationStore store, Subscriber subscriber, FeedId after, FeedId newest)
    {
        _feed = feed;
        _store = store;
        _subscriber = subscriber;
        _newest = newest;
        After = after;
    }

    /// <summary>The event after which the stream begins.</summary>
    public FeedId After { get; }

    /// <summary>
    /// Every event after <see cref="After"/>, each once and in order. Where that one is not kept any more, a <see cref="Gap"/> comes first,
    /// then what is kept. Ends when the reader was too slow.
    /// </summary>
    public async IAsyncEnumerable<ServerSentEvent<ReadyJson>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var last = After;
        if (After != _newest)
        {
            // Another process may have sent its client an event that this one's feed has yet to bring.
            var isKnown = After == FeedId.Start;
            await foreach (var kept in _store.ReadAsync(After, After > _newest ? After : _newest, cancellationToken))
            {
                if (kept.Id == After)
                {
                    isKnown = true;
                    continue;
                }

                if (!isKnown)
                {
                    isKnown = true;
                    yield return new(Null) { Event = Gap };
                }

                last = kept.Id;
                if (_subscriber.Wants(kept)) yield return kept.Sent;
            }

            if (!isKnown)
            {
                last = _newest;
                yield return new(Null) { Event = Gap, Id = last.ToString() };
            }
        }

        await foreach (var added in _subscriber.Queue.ReadAllAsync(cancellationToken))
        {
            if (added.Id > last) yield return added.Sent;
        }
    }

    public void Dispose() => _feed.Remove(_subscriber);
}
