namespace Writers.Streams;

/// <summary>One item so many times, without a wait, an allocation or a state machine, so that only the pump is measured.</summary>
internal sealed class ReadyItems<T>(T item, int count) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private int _left = count;

    public T Current => item;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    public ValueTask<bool> MoveNextAsync() => new(_left-- > 0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
