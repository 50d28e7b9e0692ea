using System.Runtime.CompilerServices;
using Jero.Sources;

namespace Jero.Streaming;

/// <summary>The enumerators of one stream, opened one after the other.</summary>
internal abstract class SourceEnumeration<TItem> : SourceEnumeration
{
    private protected SourceEnumeration(StreamSource<TItem> source, PumpWaiter waiter, StreamSettings settings)
        : base(waiter, settings, source.Owned, source.Farewell)
    {
        Unused = (object?)source.Items ?? source.Lifecycle;
        HasLifecycle = source.Lifecycle is not null;
    }

    public bool HasLifecycle { get; }

    private IAsyncEnumerator<IAsyncEnumerable<TItem>> Steps => (IAsyncEnumerator<IAsyncEnumerable<TItem>>)Lifecycle!;

    public override ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter SetUp(CancellationToken token)
    {
        var lifecycle = (IAsyncEnumerable<IAsyncEnumerable<TItem>>)Unused!;
        Unused = null;
        Lifecycle = lifecycle.GetAsyncEnumerator(token);
        return AwaiterOf(Steps.MoveNextAsync());
    }

    public override void SetUpDone(bool yielded)
    {
        HasYielded = yielded;
        if (!yielded || Steps.Current is not { } stream)
        {
            StreamLog.LifecycleMistaken(Settings.Logger, Settings.Route, LifecycleMistake.NoStream);
            throw new InvalidOperationException($"{Settings.Route}: {LifecycleMistake.NoStream}.");
        }

        Unused = stream;
        Observation?.Yielded(Unused);
    }

    protected IAsyncEnumerator<TItem> Open(CancellationToken token)
    {
        var source = (IAsyncEnumerable<TItem>)Unused!;
        Unused = null;
        var items = source.GetAsyncEnumerator(token);
        Items = items;
        return items;
    }

    protected override ValueTask<bool> ResumeLifecycleAsync() => Steps.MoveNextAsync();
}
