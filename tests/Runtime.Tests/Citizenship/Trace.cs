using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>What happened in an app, and sources that a test lets go on.</summary>
public sealed class Trace
{
    private readonly ConcurrentQueue<string> _steps = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Steps => string.Join(", ", _steps);

    public void Note(string step) => _steps.Enqueue(step);

    public void Release() => _released.TrySetResult();

    public Task Released(CancellationToken token) => _released.Task.WaitAsync(token);

    /// <summary>Yields one movie, waits for the release or the token, and yields another.</summary>
    internal async IAsyncEnumerable<Movie> Movies([EnumeratorCancellation] CancellationToken token = default)
    {
        Note("open");
        try
        {
            yield return new Movie("first");
            await Released(token);
            yield return new Movie("second");
        }
        finally
        {
            Note("closed");
        }
    }

    /// <summary>A stream that is to be disposed also where nobody reads it.</summary>
    internal Stream Unused(string name = "source") => new UnusedStream(this, name);

    private sealed class UnusedStream(Trace trace, string name) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(name))
    {
        // Else the response has a length and no chunks.
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == 0)
            {
                trace.Note($"{name} read");
            }

            return base.ReadAsync(buffer, cancellationToken);
        }

        public override ValueTask DisposeAsync()
        {
            trace.Note($"{name} let go");
            return base.DisposeAsync();
        }
    }
}
