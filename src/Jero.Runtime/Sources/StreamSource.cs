namespace Jero.Sources;

/// <summary>
/// What a response streams, remembered by the constructor that ran: a type test would take a lifecycle for a stream where the
/// item is an <see cref="object"/>.
/// </summary>
internal sealed class StreamSource<TItem>
{
    private StreamSource()
    {
    }

    public IAsyncEnumerable<TItem>? Items { get; private init; }

    public IAsyncEnumerable<IAsyncEnumerable<TItem>>? Lifecycle { get; private init; }

    /// <summary>What is disposed at the end of every teardown, after the item enumerator.</summary>
    public IAsyncDisposable? Owned { get; private init; }

    public static StreamSource<TItem> Of(IAsyncEnumerable<TItem> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new() { Items = source };
    }

    public static StreamSource<TItem> WithLifecycle(IAsyncEnumerable<IAsyncEnumerable<TItem>> lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        return new() { Lifecycle = lifecycle };
    }

    public static StreamSource<TItem> Owning<TSource>(TSource source) where TSource : IAsyncEnumerable<TItem>, IAsyncDisposable =>
        new() { Items = source, Owned = source };

    /// <summary>
    /// Lets go of a source that was never enumerated. An IAsyncEnumerable is not Jero's: it may be a feed that others use, and only its
    /// enumerators are disposed.
    /// </summary>
    public ValueTask DisposeOwnedAsync() => Owned?.DisposeAsync() ?? ValueTask.CompletedTask;
}
