using Jero.Testing.Client;
using Microsoft.Extensions.Time.Testing;

namespace Testing.Tests;

/// <summary>How fast a client reads.</summary>
public sealed class PacedStreamTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly byte[] _buffer = new byte[10_000];

    [Fact]
    public async Task A_slow_client_gets_what_the_clock_allows()
    {
        await using var stream = new PacedStream(new MemoryStream(new byte[5000]), _time);
        stream.ReadSlowly(bytesPerSecond: 1000);
        var read = ReadAsync(stream);
        Assert.False(read.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.InRange(await read, 1, 2000);
    }

    [Fact]
    public async Task A_stalled_client_gets_nothing_until_it_reads_again()
    {
        await using var stream = new PacedStream(new MemoryStream(new byte[5000]), _time);
        stream.Stall();
        var read = ReadAsync(stream);

        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(read.IsCompleted);

        stream.ReadSlowly(bytesPerSecond: 100);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange(await read, 1, 100);
    }

    [Fact]
    public async Task A_read_that_is_under_way_takes_nothing_once_the_client_stalls()
    {
        var arriving = new ArrivingStream();
        await using var stream = new PacedStream(arriving, _time);
        var read = ReadAsync(stream);

        stream.Stall();

        await arriving.Withdrawn.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(read.IsCompleted);
    }

    private Task<int> ReadAsync(PacedStream stream) => stream.ReadAsync(_buffer, TestContext.Current.CancellationToken).AsTask();

    /// <summary>Has nothing yet.</summary>
    private sealed class ArrivingStream : MemoryStream
    {
        private readonly TaskCompletionSource _withdrawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Withdrawn => _withdrawn.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                _withdrawn.TrySetResult();
            }

            return 0;
        }
    }
}
