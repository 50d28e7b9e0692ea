namespace Jero;

/// <summary>
/// Sets what a topic keeps, and what it does for subscribers that fall behind. Set the options before the topic is first used; Jero only
/// reads them after that. An invalid value fails when the host starts, or when the topic is first used.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TopicOptions<T>
{
    /// <summary>Gets or sets how many records are kept at most. The default is 10,000, the minimum 1.</summary>
    public int RetainCount { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets how long a record is kept at most. It must be longer than zero. Null, the default, sets no limit of time.
    /// </summary>
    public TimeSpan? RetainFor { get; set; }

    /// <summary>
    /// Gets or sets how many bytes of records this process keeps in memory at most. The default is 64 MiB; the minimum is
    /// <see cref="MaxItemBytes"/>. The newest record is always kept.
    /// </summary>
    public long RetainBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// Gets or sets what happens to a connected subscriber whose next record is no longer kept. The default is
    /// <see cref="WhenBehind.Gap"/>.
    /// </summary>
    public WhenBehind WhenBehind { get; set; }

    /// <summary>
    /// Gets or sets a function that returns the key of an item. <see cref="WhenBehind.Latest"/> needs it: among the items with the same key
    /// only the newest matters. The function is called on any thread.
    /// </summary>
    public Func<T, string>? Key { get; set; }

    /// <summary>
    /// Gets or sets a function that returns what a subscriber without a position gets first: the state of the subjects that it names, or of
    /// all subjects if the list is empty. The topic takes its position before it calls the function and then sends every event after that
    /// position. Nothing is missing, but the state may already contain an event that follows it. Null, the default, begins with the next
    /// event.
    /// </summary>
    public Func<IReadOnlyList<string>, CancellationToken, IAsyncEnumerable<T>>? Snapshot { get; set; }

    /// <summary>
    /// Gets or sets how long an event may wait for others, so that a subscriber gets them in one send. The default is zero: each event is
    /// sent at once. The maximum is one minute.
    /// </summary>
    public TimeSpan Linger { get; set; }

    /// <summary>
    /// Gets or sets how many streams of this process may be open at a time. Further requests are answered with 503. Null, the default, sets
    /// no limit.
    /// </summary>
    public int? MaxSubscribers { get; set; }

    /// <summary>
    /// Gets or sets the name of the event that tells a subscriber what it has missed. The default is <c>gap</c>. It must not be empty or
    /// <c>message</c>, and no publication may use it.
    /// </summary>
    public string GapEvent { get; set; } = "gap";

    /// <summary>Gets or sets how many bytes of JSON an item may have at most. The default is 1 MiB, the minimum 1.</summary>
    public int MaxItemBytes { get; set; } = 1024 * 1024;
}
