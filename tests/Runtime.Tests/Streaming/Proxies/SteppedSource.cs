using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Runtime.Tests.Streaming.Proxies;

/// <summary>Yields a movie only when it is told to: one that is held back on the way is waited for in vain.</summary>
internal sealed class SteppedSource
{
    private readonly Channel<Movie> _movies = Channel.CreateUnbounded<Movie>();

    public bool IsClosed { get; private set; }

    public void Yield(string title) => Assert.True(_movies.Writer.TryWrite(new Movie(title)));

    public void End(Exception? fault = null) => Assert.True(_movies.Writer.TryComplete(fault));

    public async IAsyncEnumerable<Movie> ReadAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            await foreach (var movie in _movies.Reader.ReadAllAsync(token))
            {
                yield return movie;
            }
        }
        finally
        {
            IsClosed = true;
        }
    }
}
