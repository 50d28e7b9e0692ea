using System.Collections.Concurrent;
using Jero;
using Jero.Testing;

namespace Cookbook.Tests;

public sealed class BlockingSourceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_and_a_keepalive_arrive_while_the_source_blocks()
    {
        using var instrument = new Instrument();
        await using var app = await CookbookApp.StartAsync(services => services
            .AddSingleton<IInstrument>(instrument)
            .AddJero(options => options.KeepAlive = TimeSpan.FromSeconds(15)));
        await using var stream = await app.OpenAsync<Measurement>("/measurements");
        for (var number = 1; number <= 3; number++)
        {
            instrument.Measure(new Measurement(number, 0.5));
            Assert.Equal(new Measurement(number, 0.5), (await stream.TakeAsync(1))[0].Item);
            app.Time.Advance(TimeSpan.FromSeconds(15));
            await stream.ExpectKeepAliveAsync();
        }

        instrument.Measure(null);
        Assert.Empty(await stream.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_reading()
    {
        using var instrument = new Instrument();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<IInstrument>(instrument));
        await using (var stream = await app.OpenAsync<Measurement>("/measurements"))
        {
            instrument.Measure(new Measurement(1, 1));
            await stream.TakeAsync(1);
        }

        // It looks at its token once for each measurement.
        var until = DateTime.UtcNow.AddSeconds(60);
        while (instrument.Reader!.IsAlive)
        {
            Assert.True(DateTime.UtcNow < until, "The source is still read.");
            instrument.Measure(new Measurement(2, 2));
            await Task.Delay(5, Cancellation);
        }
    }

    [Fact]
    public async Task A_fault_of_the_source_cuts_the_stream_short()
    {
        using var instrument = new Instrument();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<IInstrument>(instrument));
        await using var stream = await app.OpenAsync<Measurement>("/measurements");
        instrument.Measure(new Measurement(1, 1));
        await stream.TakeAsync(1);

        instrument.Break();

        var exception = await Assert.ThrowsAsync<StreamTruncatedException>(() => stream.TakeAsync(1));
        Assert.IsType<InvalidDataException>(exception.InnerException);
    }

    private sealed class Instrument : IInstrument, IDisposable
    {
        private readonly BlockingCollection<Func<Measurement?>> _next = [];
        private volatile Thread? _reader;

        public Thread? Reader => _reader;

        public void Measure(Measurement? measurement) => _next.Add(() => measurement);

        public void Break() => _next.Add(() => throw new InvalidDataException());

        public Measurement? Read()
        {
            _reader = Thread.CurrentThread;
            return _next.Take()();
        }

        // Lets a thread that still waits go.
        public void Dispose() => _next.Add(() => null);
    }
}
