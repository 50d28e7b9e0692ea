namespace Jero;

/// <summary>
/// What a topic keeps, and what it does for those who fall behind. Set before the topic is first used and only read afterwards; a value
/// that makes no sense fails when the host starts, or when the topic is first used.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TopicOptions<T>
{
    /// <summary>How many records are kept at most; 10,000 unless set, at least 1.</summary>
    public int RetainCount { get; set; } = 10_000;

    /// <summary>How long a record is kept at most; null, the default, keeps by count and bytes alone.</summary>
    public TimeSpan? RetainFor { get; set; }

    /// <summary>How many bytes of records this process holds in memory at most; 64 MiB unless set. The newest record is always kept.</summary>
    public long RetainBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>What becomes of a subscriber that falls off what is kept while it is connected; it is told of the gap unless set.</summary>
    public WhenBehind WhenBehind { get; set; }

    /// <summary>
    /// The key of an item, for <see cref="WhenBehind.Latest"/>, which needs it: of the items of one key only the newest matters. Called on
    /// any thread.
    /// </summary>
    public Func<T, string>? Key { get; set; }

    /// <summary>
    /// What a subscriber that names no position gets first: the state of the subjects that it names, or of all where the list is empty.
    /// The position is taken before this is called, and what is published while it runs follows it, so nothing is missing; the state may
    /// have an event in it already that follows. Null, the default, begins with the next event.
    /// </summary>
    public Func<IReadOnlyList<string>, CancellationToken, IAsyncEnumerable<T>>? Snapshot { get; set; }

    /// <summary>
    /// How long an event may wait for others, so that a subscriber gets them with one send; zero, the default, sends each at once.
    /// At most one minute.
    /// </summary>
    public TimeSpan Linger { get; set; }

    /// <summary>How many streams of this process may be open at a time; more are answered with 503. Null, the default, sets no limit.</summary>
    public int? MaxSubscribers { get; set; }

    /// <summary>The name of the event that tells a subscriber what it has missed; <c>gap</c> unless set. No publication may have it.</summary>
    public string GapEvent { get; set; } = "gap";

    /// <summary>How many bytes of JSON an item may have at most; 1 MiB unless set.</summary>
    public int MaxItemBytes { get; set; } = 1024 * 1024;
}
