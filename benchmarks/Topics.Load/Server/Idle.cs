using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Topics.Load.Server;

/// <summary>One event, then nothing until the process ends: teardown would wait for it, so it is only for processes that are killed.</summary>
internal sealed class Idle : IAsyncEnumerable<Notice>, IAsyncEnumerator<Notice>, IValueTaskSource<bool>
{
    private static readonly Notice First = Notice.Make(-1, isLarge: false);
    private bool _hasBegun;

    public Notice Current => First;

    public static async IAsyncEnumerable<Notice> IterateAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        yield return First;
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
    }

    public IAsyncEnumerator<Notice> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_hasBegun)
        {
            return new(this, 0);
        }

        _hasBegun = true;
        return new(true);
    }

    public ValueTask DisposeAsync() => default;

    public bool GetResult(short token) => false;

    public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Pending;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
    }
}
