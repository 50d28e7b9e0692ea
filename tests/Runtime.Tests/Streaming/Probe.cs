using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Runtime.Tests.Streaming;

/// <summary>Sources that write down what happens to them.</summary>
internal sealed class Probe
{
    private readonly ConcurrentQueue<string> _steps = new();

    public string Steps => string.Join(", ", _steps);

    public CancellationToken Token { get; private set; }

    public void Note(string step) => _steps.Enqueue(step);

    /// <summary>Yields one movie, then waits for the token.</summary>
    public async IAsyncEnumerable<Movie> OneThenWait([EnumeratorCancellation] CancellationToken token = default)
    {
        Token = token;
        Note("open");
        try
        {
            yield return new Movie("first");
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        finally
        {
            Note("closed");
        }
    }

    public async IAsyncEnumerable<Movie> WaitThenOne(Task signal, [EnumeratorCancellation] CancellationToken token = default)
    {
        Note("open");
        await signal.WaitAsync(token);
        yield return new Movie("first");
    }

    /// <summary>Yields so many movies without waiting, then throws or ends.</summary>
    public async IAsyncEnumerable<Movie> Ready(int count, Exception? fault = null)
    {
        await Task.CompletedTask;
        Note("open");
        try
        {
            for (var i = 0; i < count; i++)
            {
                yield return new Movie($"m{i}");
            }

            if (fault is not null)
            {
                throw fault;
            }
        }
        finally
        {
            Note("closed");
        }
    }

    public async IAsyncEnumerable<Movie> Waiting(int count, Exception? fault = null)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Movie($"m{i}");
        }

        await Task.Yield();
        if (fault is not null)
        {
            throw fault;
        }
    }

    /// <summary>A lifecycle without try/finally: what stands behind the yield must run all the same.</summary>
    public async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle(
        IAsyncEnumerable<Movie> stream, [EnumeratorCancellation] CancellationToken token = default)
    {
        Note("set up");
        await using var resource = new Resource(this);
        await Task.Yield();
        yield return stream;
        Note("torn down");
    }

    /// <summary>A stream that is to be disposed although nobody enumerates it.</summary>
    public IAsyncEnumerable<Movie> Unused() => new UnusedStream(this);

    private sealed class UnusedStream(Probe probe) : IAsyncEnumerable<Movie>, IAsyncDisposable
    {
        public IAsyncEnumerator<Movie> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            probe.Note("enumerated");
            return probe.Ready(0).GetAsyncEnumerator(cancellationToken);
        }

        public ValueTask DisposeAsync()
        {
            probe.Note("let go");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Resource(Probe probe) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            probe.Note("disposed");
            return ValueTask.CompletedTask;
        }
    }
}
