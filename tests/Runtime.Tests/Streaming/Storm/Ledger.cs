using System.Runtime.CompilerServices;
using Jero;

namespace Runtime.Tests.Streaming.Storm;

/// <summary>Sources of random manners that count how often they were opened and closed. Thread-safe.</summary>
internal sealed class Ledger
{
    private int _sourcesOpened;
    private int _sourcesClosed;
    private int _lifecyclesSetUp;
    private int _lifecyclesTornDown;
    private int _lifecyclesDisposed;

    public int Sources => Volatile.Read(ref _sourcesOpened);

    public int Lifecycles => Volatile.Read(ref _lifecyclesSetUp);

    public bool IsBalanced =>
        Volatile.Read(ref _sourcesClosed) == Sources
        && Volatile.Read(ref _lifecyclesTornDown) == Lifecycles
        && Volatile.Read(ref _lifecyclesDisposed) == Lifecycles;

    public override string ToString() =>
        $"{_sourcesClosed} of {_sourcesOpened} sources closed, {_lifecyclesTornDown} of {_lifecyclesSetUp} lifecycles torn down, {_lifecyclesDisposed} disposed";

    /// <summary>Any wrapper over any form of a source that goes by <paramref name="random"/>.</summary>
    public JeroStreamResponse Respond(Random random) => random.Next(6) switch
    {
        0 => new NDJSONStreamingResponse<Movie>(Source(random, Movie)),
        1 => new NDJSONStreamingResponse<Movie>(Lifecycle(random, Movie)),
        2 => new SSEResponse<Movie>(Source(random, Movie)) { KeepAlive = TimeSpan.FromMilliseconds(3) },
        3 => new SSEResponse<Movie>(Lifecycle(random, size => new ServerSentEvent<Movie>(Movie(size)))),
        4 => new StreamingResponse(Source(random, size => new byte[size])),
        _ => new StreamingResponse(Lifecycle(random, size => new byte[size])),
    };

    private static Movie Movie(int size) => new(new string('x', size));

    private async IAsyncEnumerable<T> Source<T>(Random random, Func<int, T> item, [EnumeratorCancellation] CancellationToken token = default)
    {
        Interlocked.Increment(ref _sourcesOpened);
        try
        {
            // Three in four go on until they are stopped.
            var (items, throws) = random.Next(8) switch
            {
                0 => (random.Next(20), false),
                1 => (random.Next(20), true),
                _ => (int.MaxValue, false),
            };
            var waits = random.Next(3) > 0;
            for (var i = 0; i < items; i++)
            {
                if (waits)
                {
                    await Task.Delay(random.Next(10), token);
                }

                yield return item(1 + random.Next(4096));
            }

            if (throws)
            {
                throw new InvalidDataException("A source of the storm.");
            }
        }
        finally
        {
            Interlocked.Increment(ref _sourcesClosed);
        }
    }

    private async IAsyncEnumerable<IAsyncEnumerable<T>> Lifecycle<T>(Random random, Func<int, T> item)
    {
        // Without the token, so that each is set up whatever the client does meanwhile.
        await Task.Delay(random.Next(10), CancellationToken.None);
        Interlocked.Increment(ref _lifecyclesSetUp);
        await using var disposal = new Disposal(this);
        yield return Source(random, item);
        Interlocked.Increment(ref _lifecyclesTornDown);
    }

    private sealed class Disposal(Ledger ledger) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref ledger._lifecyclesDisposed);
            return ValueTask.CompletedTask;
        }
    }
}
