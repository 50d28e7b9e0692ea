using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace Runtime.Tests.Streaming.Stops;

/// <summary>A source, in any of its forms, that goes on until the row's end and writes down what is done to it.</summary>
internal sealed class TracedSource(StreamEnd end)
{
    public const string FirstItem = "first";
    private static readonly string LargeItem = new('x', 8 * 1024);
    private readonly ConcurrentQueue<string> _steps = new();

    public string Steps => string.Join(", ", _steps);

    public CancellationToken Token { get; private set; }

    public IAsyncEnumerable<T> Traced<T>(Func<string, T> item) => new TracedEnumerable<T>(this, "open", "closed", Items(item));

    public IAsyncEnumerable<IAsyncEnumerable<T>> Lifecycle<T>(Func<string, T> item) =>
        new TracedEnumerable<IAsyncEnumerable<T>>(this, "set up", "let go", OneYield(item));

    public Stream Stream() => new SourceStream(Traced<ReadOnlyMemory<byte>>(text => Encoding.UTF8.GetBytes(text)), () => Note("let go"));

    private void Note(string step) => _steps.Enqueue(step);

    private async IAsyncEnumerable<T> Items<T>(Func<string, T> item, [EnumeratorCancellation] CancellationToken token = default)
    {
        Token = token;
        if (end == StreamEnd.SourceThrowsBeforeItem1)
        {
            throw new InvalidDataException();
        }

        yield return item(FirstItem);
        switch (end)
        {
            case StreamEnd.SourceCompletes:
                yield break;
            case StreamEnd.SourceThrows:
                throw new InvalidDataException();
            case StreamEnd.ClientTakesNothing:
                while (true)
                {
                    yield return item(LargeItem);
                }

            default:
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                break;
        }
    }

    // Without try/finally: what stands behind the yield must run all the same.
    private async IAsyncEnumerable<IAsyncEnumerable<T>> OneYield<T>(Func<string, T> item)
    {
        await Task.Yield();
        yield return Traced(item);
        Note("torn down");
    }

    private sealed class TracedEnumerable<T>(TracedSource owner, string opened, string disposed, IAsyncEnumerable<T> inner) : IAsyncEnumerable<T>
    {
        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            owner.Note(opened);
            return new Enumerator(owner, disposed, inner.GetAsyncEnumerator(cancellationToken));
        }

        private sealed class Enumerator(TracedSource owner, string disposed, IAsyncEnumerator<T> inner) : IAsyncEnumerator<T>
        {
            private bool _isMoving;

            public T Current => inner.Current;

            public async ValueTask<bool> MoveNextAsync()
            {
                _isMoving = true;
                try
                {
                    return await inner.MoveNextAsync();
                }
                finally
                {
                    _isMoving = false;
                }
            }

            public ValueTask DisposeAsync()
            {
                owner.Note(_isMoving ? $"{disposed} while moving" : disposed);
                return inner.DisposeAsync();
            }
        }
    }
}
