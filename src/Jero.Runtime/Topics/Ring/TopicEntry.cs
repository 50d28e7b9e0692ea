namespace Jero.Topics.Ring;

/// <summary>Holds one record as this process keeps it: the event as it is sent, created once and shared by every stream.</summary>
internal sealed class TopicEntry
{
    private object? _item;
    private bool _isUnreadable;

    /// <summary>Its number among all entries that this process has seen, without gaps.</summary>
    public long Sequence { get; set; }

    public required TopicPosition Position { get; init; }

    public TopicRecordKind Kind { get; init; }

    public string? Subject { get; init; }

    public string? EventName { get; init; }

    public DateTimeOffset At { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>The event with its blank line; empty if nothing is ever sent.</summary>
    public byte[] Frame { get; init; } = [];

    /// <summary>Where the JSON begins in <see cref="Frame"/>.</summary>
    public int JsonStart { get; init; }

    /// <summary>Whether the JSON turned out not to be an item when one was asked for.</summary>
    public bool IsUnreadable => Volatile.Read(ref _isUnreadable);

    /// <summary>The index of its subject. Set while the entry is kept.</summary>
    public SubjectIndex? Index { get; set; }

    /// <summary>The same event as a line of NDJSON.</summary>
    public ReadOnlyMemory<byte> Line => Frame.AsMemory(JsonStart, Frame.Length - JsonStart - 1);

    public ReadOnlySpan<byte> Json => Frame.AsSpan(JsonStart, Frame.Length - JsonStart - 2);

    /// <summary>Its size in memory: the bytes and roughly the objects around them.</summary>
    public int Size => Frame.Length + 160 + (2 * (Subject?.Length ?? 0));

    /// <summary>Returns the item, which is read from the JSON when it is first asked for.</summary>
    /// <param name="read">Reads the item. Two threads may call it at once; one result is kept.</param>
    public T Item<T>(Func<TopicEntry, T> read)
    {
        if (Volatile.Read(ref _item) is not { } item)
        {
            item = Keep(read(this));
        }

        return ((Kept<T>)item).Value;
    }

    /// <summary>Marks the JSON as not being an item. Returns false if another thread was first. The mark stays.</summary>
    public bool TryMarkUnreadable() => !Interlocked.Exchange(ref _isUnreadable, true);

    public void Remember<T>(T item) => Keep(item);

    private object Keep<T>(T item)
    {
        var kept = new Kept<T>(item);
        return Interlocked.CompareExchange(ref _item, kept, null) ?? kept;
    }

    // An item may be null.
    private sealed record Kept<T>(T Value);
}
