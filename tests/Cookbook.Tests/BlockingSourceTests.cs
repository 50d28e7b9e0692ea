using System.Collections.Concurrent;
using Jero;

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
            .AddJero(options => options.KeepAlive = TimeSpan.FromMilliseconds(50)));
        using var response = await app.Client.GetAsync("/measurements", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        for (var number = 1; number <= 3; number++)
        {
            instrument.Measure(new Measurement(number, 0.5));
            Assert.Equal($$"""data: {"number":{{number}},"value":0.5}""", await NextAsync(lines, "data"));
            Assert.Equal(": ping", await NextAsync(lines, ":"));
        }

        instrument.Measure(null);
        Assert.Null(await NextAsync(lines, "data"));
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_reading()
    {
        using var instrument = new Instrument();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<IInstrument>(instrument));
        using (var response = await app.Client.GetAsync("/measurements", HttpCompletionOption.ResponseHeadersRead, Cancellation))
        {
            instrument.Measure(new Measurement(1, 1));
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
            Assert.NotNull(await NextAsync(lines, "data"));
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
        using var response = await app.Client.GetAsync("/measurements", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        instrument.Measure(new Measurement(1, 1));
        Assert.NotNull(await NextAsync(lines, "data"));
        instrument.Break();
        await Assert.ThrowsAnyAsync<IOException>(() => NextAsync(lines, "data"));
    }

    private static async Task<string?> NextAsync(StreamReader lines, string start)
    {
        string? line;
        do
        {
            line = await lines.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
        while (line is not null && !line.StartsWith(start, StringComparison.Ordinal));

        return line;
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
