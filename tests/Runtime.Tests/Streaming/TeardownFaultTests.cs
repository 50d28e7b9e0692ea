using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;

namespace Runtime.Tests.Streaming;

public class TeardownFaultTests
{
    private readonly Probe _probe = new();

    [Theory]
    [InlineData("source", "the source's disposal")]
    [InlineData("lifecycle", "the lifecycle")]
    [InlineData("resource", "the lifecycle's disposal")]
    public async Task A_step_of_teardown_that_fails_is_logged_and_the_others_run(string failing, string step)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(new Failing(this, failing)))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.True(client.IsWhole);
        Assert.Equal("source, lifecycle, resource", _probe.Steps);
        var error = Assert.Single(app.Log.Errors);
        Assert.Equal($"/: {step} failed during teardown", error.Message);
        Assert.IsType<InvalidDataException>(error.Exception);
        Assert.True(app.Log.HasEnded("Completed"));
    }

    /// <summary>A lifecycle without an iterator's order, which would not dispose what has already thrown.</summary>
    private sealed class Failing(TeardownFaultTests test, string failing) : IAsyncEnumerable<IAsyncEnumerable<Movie>>, IAsyncEnumerator<IAsyncEnumerable<Movie>>
    {
        private bool _hasYielded;

        public IAsyncEnumerable<Movie> Current => new Items(this);

        public IAsyncEnumerator<IAsyncEnumerable<Movie>> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            if (_hasYielded)
            {
                Run("lifecycle");
            }

            return ValueTask.FromResult(!_hasYielded && (_hasYielded = true));
        }

        public ValueTask DisposeAsync()
        {
            Run("resource");
            return ValueTask.CompletedTask;
        }

        private void Run(string step)
        {
            test._probe.Note(step);
            if (step == failing)
            {
                throw new InvalidDataException(step);
            }
        }

        private sealed class Items(Failing owner) : IAsyncEnumerable<Movie>, IAsyncEnumerator<Movie>
        {
            private int _moves;

            public Movie Current => new("m0");

            public IAsyncEnumerator<Movie> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

            public ValueTask<bool> MoveNextAsync() => ValueTask.FromResult(_moves++ == 0);

            public ValueTask DisposeAsync()
            {
                owner.Run("source");
                return ValueTask.CompletedTask;
            }
        }
    }
}
