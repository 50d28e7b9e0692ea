using Jero.Topics.Reading;
using Jero.Topics.Ring;

namespace Jero.Topics;

/// <summary>
/// Represents one reader of a topic by the number of the entry that it reads next. What it has yet to read is stored only in the topic.
/// </summary>
internal abstract class TopicSubscriber : TopicListener
{
    // A filter that rejects everything must not keep the stream from noticing its end.
    private const int MostSkipped = 256;

    private readonly TopicNode _node;
    private readonly TopicRequest _request;
    private SubjectIndex[]? _indexes;

    // What goes before the ring's entries: a prelude, or what Latest continues with. Never both, and usually neither.
    private object? _ahead;
    private TopicPosition _position;
    private long _next;
    private long _opened;
    private int _delivered;
    private bool _isStarted;
    private bool _isClosed;

    protected TopicSubscriber(TopicNode node, TopicRequest request)
    {
        _node = node;
        _request = request;
    }

    public TopicNode Node => _node;

    public TopicRequest Request => _request;

    public override long Backlog
    {
        get
        {
            if (!Volatile.Read(ref _isStarted))
            {
                return 0;
            }

            var next = Volatile.Read(ref _next);
            return _indexes is { } indexes
                ? indexes.Sum(index => (long)index.CountFrom(next))
                : Math.Max(0, _node.Ring.End - Math.Max(next, _node.Ring.First));
        }
    }

    /// <summary>What goes before the ring's entries; null once it is over, and usually from the start.</summary>
    protected IAsyncEnumerator<TopicEntry>? Prelude => _ahead is null ? null : _ahead as IAsyncEnumerator<TopicEntry>;

    protected override bool WakesApart => _request.Where is not null;

    protected override bool HasNews
    {
        get
        {
            if (IsCancelled)
            {
                return true;
            }

            if (!_isStarted)
            {
                return _node.IsReady;
            }

            var end = _node.Ring.End;
            if (_next >= end)
            {
                return false;
            }

            if (_node.Ring.Break is { } lost && _next <= lost.Sequence)
            {
                return true;
            }

            return !TryFind(end, out var sequence) || sequence < end;
        }
    }

    /// <summary>Begins at the node's next entry, unless the request says otherwise.</summary>
    protected void Open(CancellationToken cancellationToken)
    {
        if (_request.Subjects is { } subjects)
        {
            _indexes = Array.ConvertAll(subjects, subject => _node.Ring.Join(subject, this));
        }
        else
        {
            _node.Ring.Subscribers.Add(this);
        }

        WakeBy(cancellationToken);
    }

    /// <summary>Leaves the topic. May be called again.</summary>
    protected async ValueTask CloseAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        await ForgetTokenAsync().ConfigureAwait(false);
        if (_indexes is { } indexes)
        {
            Array.ForEach(indexes, index => _node.Ring.Leave(index, this));
        }
        else
        {
            _node.Ring.Subscribers.Remove(this);
        }

        CountDelivered();
        await EndPreludeAsync().ConfigureAwait(false);
    }

    /// <summary>Returns a wait for the next entry, or null if one is ready.</summary>
    protected ValueTask<bool>? TryWaitForEntry()
    {
        CountDelivered();
        return TryWait();
    }

    /// <summary>Called with the position where the stream begins.</summary>
    protected abstract void Began(TopicBeginning beginning);

    /// <summary>Called when events were lost.</summary>
    /// <param name="position">The position after which events follow.</param>
    /// <param name="missed">The number of entries that were lost; null if it is not known.</param>
    /// <returns>False to end the stream instead.</returns>
    public abstract bool TellGap(TopicPosition position, ulong? missed);

    protected async ValueTask EndPreludeAsync()
    {
        if (Prelude is { } prelude)
        {
            _ahead = null;
            await prelude.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Continues after a position, once what was before it has been read from elsewhere. Returns false if the ring no longer has what
    /// follows.
    /// </summary>
    public bool TryGoOnAfter(TopicPosition position)
    {
        lock (_node.Ring.Gate)
        {
            if (position.IsBefore(_node.Ring.Start) || position.Epoch != _node.Ring.Start.Epoch)
            {
                return false;
            }

            (_next, _position) = (_node.Ring.FindAfter(position), position);
            return true;
        }
    }

    /// <summary>Returns whether an entry is for this stream.</summary>
    /// <remarks>An exception of the filter ends only this stream.</remarks>
    public bool Wants(TopicEntry entry) =>
        entry.Kind == TopicRecordKind.Item && (_request.Where is not { } where || where(entry));

    public bool HasSubject(TopicEntry entry) =>
        _request.Subjects is not { } subjects || (entry.Subject is { } subject && Array.IndexOf(subjects, subject) >= 0);

    protected Step Next(out TopicEntry? entry)
    {
        entry = null;
        if (IsCancelled)
        {
            return Step.End;
        }

        if (!_isStarted)
        {
            return Start();
        }

        if (_ahead is IEnumerator<TopicEntry> latest)
        {
            if (latest.MoveNext())
            {
                entry = latest.Current;
                _delivered++;
                return Step.Entry;
            }

            _ahead = null;
        }

        for (var skipped = 0; skipped < MostSkipped; skipped++)
        {
            var end = _node.Ring.End;
            if (_node.Ring.Break is { } lost && _next <= lost.Sequence)
            {
                return Lost(lost);
            }

            if (_next >= end)
            {
                return Step.Wait;
            }

            if (!TryFind(end, out var sequence) || (sequence < end && !_node.Ring.TryGet(sequence, out entry)))
            {
                entry = null;
                return Behind();
            }

            if (entry is null)
            {
                PassTo(end);
                return Step.Wait;
            }

            (_next, _position) = (sequence + 1, entry.Position);
            if (entry.Kind == TopicRecordKind.Disconnect && _indexes is not null && sequence >= _opened)
            {
                return Step.End;
            }

            if (Wants(entry))
            {
                _delivered++;
                return Step.Entry;
            }

            entry = null;
        }

        return Step.Nothing;
    }

    private Step Start()
    {
        if (!_node.IsReady)
        {
            return Step.Wait;
        }

        var beginning = _node.Begin(_request, out _next, out _opened);
        Volatile.Write(ref _isStarted, true);
        _position = beginning.Position;
        _ahead = _node.PreludeOf(this, beginning)?.GetAsyncEnumerator(Stopping);
        Began(beginning);
        return _ahead is null ? Step.Nothing : Step.Prelude;
    }

    private bool TryFind(long end, out long sequence)
    {
        sequence = _next;
        if (_indexes is null)
        {
            return true;
        }

        sequence = end;
        foreach (var index in _indexes)
        {
            if (!index.TryFind(_next, out var found))
            {
                return false;
            }

            sequence = Math.Min(sequence, found);
        }

        return true;
    }

    private Step Lost(TopicBreak lost)
    {
        var missed = _next == lost.Sequence ? lost.Missed : null;
        _next = lost.Sequence + 1;
        _node.Metrics.Behind(WhenBehind.Gap);
        return TellGap(lost.Position, missed) ? Step.Notice : Step.End;
    }

    // No entry up to there is for this stream.
    private void PassTo(long end)
    {
        _next = Math.Max(_next, end);
        lock (_node.Ring.Gate)
        {
            if (_node.Ring.End == _next)
            {
                _position = _node.Ring.Newest;
            }
        }
    }

    private Step Behind()
    {
        if (_node.WhenBehind == WhenBehind.Gap && _node.OlderThanRing(this, _position) is { } older)
        {
            _ahead = older.GetAsyncEnumerator(Stopping);
            return Step.Prelude;
        }

        TopicPosition start;
        ulong missed;
        lock (_node.Ring.Gate)
        {
            start = _node.Ring.Start;
            missed = (ulong)(_node.Ring.First - _next);
            _next = _node.Ring.First;
        }

        _node.FellBehind(missed);
        switch (_node.WhenBehind)
        {
            case WhenBehind.End:
                return Step.End;
            case WhenBehind.Latest:
                _ahead = _node.Latest(_next - (long)missed, this, out _next).GetEnumerator();
                return Step.Nothing;
            default:
                return TellGap(start, missed) ? Step.Notice : Step.End;
        }
    }

    private void CountDelivered()
    {
        if (_delivered > 0)
        {
            _node.Metrics.Delivered(_delivered);
            _delivered = 0;
        }
    }
}
