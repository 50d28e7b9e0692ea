using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

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

    /// <summary>Called when the response is about to be sent, where it may still be refused; after it <see cref="Owned"/> is disposed for certain.</summary>
    public Action<HttpContext>? Entering { get; init; }

    /// <summary>What is sent last when the server stops; null where nothing is.</summary>
    public Func<byte[]>? Farewell { get; init; }

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

    public static StreamSource<TItem> Owning<TSource>(TSource source, Action<HttpContext> entering, Func<byte[]>? farewell)
        where TSource : IAsyncEnumerable<TItem>, IAsyncDisposable =>
        new() { Items = source, Owned = source, Entering = entering, Farewell = farewell };

    /// <summary>
    /// The items, with the lifecycle run around them and what is owned disposed behind them, as a server does it: for a test of a handler.
    /// What a server would log is thrown.
    /// </summary>
    /// <exception cref="InvalidOperationException">The lifecycle yields no stream, or a second one.</exception>
    public async IAsyncEnumerable<TItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            var items = Lifecycle is null ? Items! : RunAsync(Lifecycle, cancellationToken);
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            await DisposeOwnedAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Lets go of a source that was never enumerated. An IAsyncEnumerable is not Jero's: it may be a feed that others use, and only its
    /// enumerators are disposed.
    /// </summary>
    public ValueTask DisposeOwnedAsync() => Owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async IAsyncEnumerable<TItem> RunAsync(
        IAsyncEnumerable<IAsyncEnumerable<TItem>> lifecycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var step = lifecycle.GetAsyncEnumerator(cancellationToken);
        await using var ownStep = step.ConfigureAwait(false);
        if (!await step.MoveNextAsync().ConfigureAwait(false) || step.Current is null)
        {
            throw new InvalidOperationException($"{LifecycleMistake.NoStream}.");
        }

        var isSecond = false;
        try
        {
            await foreach (var item in step.Current.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            // Teardown runs behind a fault and behind a reader that stops early as well.
            isSecond = await step.MoveNextAsync().ConfigureAwait(false);
        }

        if (isSecond)
        {
            throw new InvalidOperationException($"{LifecycleMistake.SecondStream}.");
        }
    }
}
