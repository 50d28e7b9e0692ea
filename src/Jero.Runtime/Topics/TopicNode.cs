using System.Buffers;
using System.Diagnostics;
using Jero.Topics.Reading;
using Jero.Topics.Ring;
using Jero.Topics.Stores;
using Microsoft.Extensions.Logging;

namespace Jero.Topics;

/// <summary>Holds what one process has of a topic: its ring, and the log behind it. It does not know the item type. Thread-safe.</summary>
internal sealed class TopicNode : IDisposable
{
    private readonly TopicWaker _waker;
    private readonly MemoryLog? _memory;
    private readonly StoredLog? _stored;
    private readonly LatestEntries? _latest;
    private int _subscribers;

    public TopicNode(string name, TopicSettings settings, ITopicLog? store, Func<TopicEntry, object>? key, TopicMetrics metrics, ILogger logger, TimeProvider time)
    {
        Name = name;
        Settings = settings;
        Metrics = metrics;
        Logger = logger;
        Time = time;
        Ring = new TopicRing(settings.Limits, time);
        _waker = new TopicWaker(settings.Linger, time);
        _latest = settings.WhenBehind == WhenBehind.Latest && key is not null ? new LatestEntries(key) : null;
        if (store is null)
        {
            _memory = new MemoryLog(this);
        }
        else
        {
            _stored = new StoredLog(this, store);
        }
    }

    public string Name { get; }

    public TopicSettings Settings { get; }

    public TopicMetrics Metrics { get; }

    public ILogger Logger { get; }

    public TimeProvider Time { get; }

    public TopicRing Ring { get; }

    public string? Epoch
    {
        get
        {
            lock (Ring.Gate)
            {
                return Ring.Newest.Epoch;
            }
        }
    }

    public WhenBehind WhenBehind => Settings.WhenBehind;

    public int Subscribers => Volatile.Read(ref _subscribers);

    /// <summary>Whether everything that the store keeps has been read.</summary>
    public bool IsReady => _stored?.IsReady ?? true;

    /// <summary>Begins to read the store. Later calls do nothing.</summary>
    public void Start() => _stored?.Start();

    public async ValueTask<string> PublishAsync(TopicDraft draft, ReadOnlyMemory<byte> json, Action<TopicEntry>? made, CancellationToken cancellationToken)
    {
        var started = Metrics.TimesPublications ? Stopwatch.GetTimestamp() : 0;
        var id = _memory is not null
            ? _memory.Append(draft, json.Span, made)
            : (await _stored!.AppendAsync(draft, json, cancellationToken).ConfigureAwait(false)).ToString();
        Metrics.Published();
        if (started != 0)
        {
            Metrics.PublicationTook(Stopwatch.GetElapsedTime(started));
        }

        return id;
    }

    /// <summary>Adds an entry to the ring. Call it under the ring's gate, and <see cref="Wake"/> after it.</summary>
    public void Append(TopicEntry entry)
    {
        // First, because the app computes the key and may throw.
        _latest?.Add(entry);
        Ring.Append(entry);
    }

    /// <summary>Wakes the subscribers that an entry is for.</summary>
    public void Wake(SubjectIndex? index)
    {
        _waker.Wake(Ring.Subscribers);
        if (index is not null)
        {
            _waker.Wake(index.Subscribers);
        }
    }

    public void WakeAll() => Ring.AllSubscribers().ForEach(_waker.Wake);

    /// <summary>Returns the newest entry of each key from a number on, oldest first.</summary>
    public IEnumerable<TopicEntry> Latest(long from, TopicSubscriber subscriber, out long next)
    {
        lock (Ring.Gate)
        {
            next = Ring.End;
            return _latest!.Since(from, subscriber.HasSubject).Where(subscriber.Wants);
        }
    }

    public void FellBehind(ulong missed)
    {
        Metrics.Behind(WhenBehind);
        TopicLogs.Behind(Logger, Name, missed, WhenBehind);
    }

    public TopicStatus GetStatus()
    {
        var behind = CountBehind();
        lock (Ring.Gate)
        {
            Ring.Trim();
            return new TopicStatus
            {
                Count = Ring.End - Ring.First,
                Bytes = Ring.Bytes,
                Oldest = Ring.TryGet(Ring.First, out var oldest) ? oldest.Position : null,
                Newest = Ring.Newest.Epoch is null ? null : Ring.Newest,
                Epoch = Ring.Newest.Epoch,
                Subscribers = Subscribers,
                SubscribersBehind = behind,
            };
        }
    }

    /// <summary>Counts one more subscriber. Returns false if the limit is reached.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _subscribers) > Settings.MaxSubscribers)
        {
            Interlocked.Decrement(ref _subscribers);
            return false;
        }

        Metrics.Subscribed(1);
        return true;
    }

    /// <summary>Counts one more subscriber whatever the limit, for a consumer of the app's own.</summary>
    public void Enter()
    {
        Interlocked.Increment(ref _subscribers);
        Metrics.Subscribed(1);
    }

    public void Leave()
    {
        Interlocked.Decrement(ref _subscribers);
        Metrics.Subscribed(-1);
    }

    /// <summary>Decides where a subscriber begins.</summary>
    /// <param name="request">What it asked for.</param>
    /// <param name="next">The number of its first entry in the ring.</param>
    /// <param name="end">The number that the next entry will get.</param>
    public TopicBeginning Begin(TopicRequest request, out long next, out long end)
    {
        TopicBeginning beginning;
        lock (Ring.Gate)
        {
            Ring.Trim();
            end = Ring.End;
            beginning = TopicResume.Settle(Ring, request.After, _stored is not null);
            next = beginning.Outcome switch
            {
                TopicOutcome.Replayed => Ring.FindAfter(beginning.Position),
                TopicOutcome.Gap or TopicOutcome.Foreign or TopicOutcome.Future => Ring.First,
                _ => end,
            };
        }

        if (_stored is null || beginning.Outcome is not (TopicOutcome.Older or TopicOutcome.Ahead or TopicOutcome.Gap or TopicOutcome.Foreign))
        {
            Began(request.After, beginning);
        }

        return beginning;
    }

    /// <summary>Counts a beginning once it is decided.</summary>
    public void Began(string? after, TopicBeginning beginning)
    {
        Metrics.Resumed(beginning.Outcome);
        if (beginning.Outcome is TopicOutcome.Gap or TopicOutcome.Foreign or TopicOutcome.Future)
        {
            TopicLogs.Gap(Logger, Name, after, beginning.Outcome, beginning.Position);
        }
    }

    /// <summary>Returns what goes before the ring's entries; usually null.</summary>
    public IAsyncEnumerable<TopicEntry>? PreludeOf(TopicSubscriber subscriber, TopicBeginning beginning) => beginning.Outcome switch
    {
        TopicOutcome.Live or TopicOutcome.Malformed when subscriber.Request.Snapshot is { } snapshot =>
            snapshot(beginning.Position),
        TopicOutcome.Older or TopicOutcome.Ahead or TopicOutcome.Gap or TopicOutcome.Foreign when _stored is not null =>
            _stored.ReadAsync(subscriber, beginning),
        _ => null,
    };

    /// <summary>Returns what a connected subscriber has yet to read and the ring no longer keeps; null if there is no store.</summary>
    public IAsyncEnumerable<TopicEntry>? OlderThanRing(TopicSubscriber subscriber, TopicPosition position) =>
        _stored?.ReadAsync(subscriber, new TopicBeginning(TopicOutcome.Behind, position));

    public void Dispose()
    {
        _stored?.Dispose();
        _waker.Dispose();
    }

    private int CountBehind()
    {
        // A subscriber that asked for several subjects is in several lists.
        var behind = new HashSet<TopicListener>();
        foreach (var list in Ring.AllSubscribers())
        {
            var (items, count) = list.Rent();
            behind.UnionWith(items.Take(count).Where(static listener => listener.Backlog > 0));
            ArrayPool<TopicListener>.Shared.Return(items, clearArray: true);
        }

        return behind.Count;
    }
}
