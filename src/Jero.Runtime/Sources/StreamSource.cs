using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Jero.Sources;

/// <summary>
/// Holds what a response streams. It remembers which constructor ran, because a type test would take a lifecycle for a stream if the item
/// is an <see cref="object"/>.
/// </summary>
internal sealed class StreamSource<TItem> : IStreamSource
{
    private StreamSource()
    {
    }

    public IAsyncEnumerable<TItem>? Items { get; private init; }

    public IAsyncEnumerable<IAsyncEnumerable<TItem>>? Lifecycle { get; private init; }

    /// <summary>What every teardown disposes last, after the enumerator of the items.</summary>
    public IAsyncDisposable? Owned { get; private init; }

    /// <summary>
    /// Called when the response is about to be sent and may still be rejected. After this call <see cref="Owned"/> is certain to be
    /// disposed.
    /// </summary>
    public Action<HttpContext>? Entering { get; init; }

    /// <summary>Creates what is sent last when the server stops; null if nothing is.</summary>
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

    public Task SendAsync(ISourceCall call) => ((ISourceCall<TItem>)call).RunAsync(this);

    /// <summary>
    /// Reads the items in a test of a handler: runs the lifecycle around them and disposes what is owned after them, as a server does. It
    /// throws what a server would log.
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
    /// Releases a source that was never enumerated. An IAsyncEnumerable does not belong to Jero: it may be a feed that others use, so only
    /// its enumerators are disposed.
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
            // Teardown also runs after a fault, and after a reader that stops early.
            isSecond = await step.MoveNextAsync().ConfigureAwait(false);
        }

        if (isSecond)
        {
            throw new InvalidOperationException($"{LifecycleMistake.SecondStream}.");
        }
    }
}
