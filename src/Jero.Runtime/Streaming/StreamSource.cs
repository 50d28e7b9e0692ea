namespace Jero.Streaming;

/// <summary>
/// What a response streams, remembered by the constructor that ran: a type test would take a lifecycle for a plain stream where the
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

    public static StreamSource<TItem> Plain(IAsyncEnumerable<TItem> source)
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

    /// <summary>Disposes a source that was never enumerated.</summary>
    public ValueTask DisposeUnusedAsync() => DisposeUnusedAsync((object?)Items ?? Lifecycle);

    /// <summary>Disposes a stream that was never enumerated, where it can be disposed.</summary>
    public static ValueTask DisposeUnusedAsync(object? stream)
    {
        switch (stream)
        {
            case IAsyncDisposable asynchronous:
                return asynchronous.DisposeAsync();
            case IDisposable synchronous:
                synchronous.Dispose();
                break;
        }

        return ValueTask.CompletedTask;
    }
}
