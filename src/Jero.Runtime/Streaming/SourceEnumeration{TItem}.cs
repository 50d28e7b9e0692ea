using System.Runtime.CompilerServices;
using Jero.Sources;

namespace Jero.Streaming;

/// <summary>The enumerators of one stream, opened one after the other.</summary>
internal sealed class SourceEnumeration<TItem> : SourceEnumeration
{
    private IAsyncEnumerator<IAsyncEnumerable<TItem>>? _lifecycle;

    public SourceEnumeration(StreamSource<TItem> source, PumpWaiter waiter, StreamSettings settings)
        : base(waiter, settings, source.Owned, source.Farewell)
    {
        Unused = (object?)source.Items ?? source.Lifecycle;
        HasLifecycle = source.Lifecycle is not null;
    }

    public bool HasLifecycle { get; }

    public override ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter SetUp(CancellationToken token)
    {
        var lifecycle = (IAsyncEnumerable<IAsyncEnumerable<TItem>>)Unused!;
        Unused = null;
        Lifecycle = _lifecycle = lifecycle.GetAsyncEnumerator(token);
        return AwaiterOf(_lifecycle.MoveNextAsync());
    }

    public override void SetUpDone(bool yielded)
    {
        HasYielded = yielded;
        if (!yielded || _lifecycle!.Current is null)
        {
            StreamLog.LifecycleMistaken(Settings.Logger, Settings.Route, LifecycleMistake.NoStream);
            throw new InvalidOperationException($"{Settings.Route}: {LifecycleMistake.NoStream}.");
        }

        Unused = _lifecycle.Current;
        Observation?.Yielded(Unused);
    }

    public IAsyncEnumerator<TItem> Open(CancellationToken token)
    {
        var source = (IAsyncEnumerable<TItem>)Unused!;
        Unused = null;
        var items = source.GetAsyncEnumerator(token);
        Items = items;
        return items;
    }

    protected override ValueTask<bool> ResumeLifecycleAsync() => _lifecycle!.MoveNextAsync();
}
