using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Runtime.Tests.Streaming;

/// <summary>A source that blocks its thread holds the pump, and may not hold the host.</summary>
public sealed class BlockingSourceTests : IDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Probe _probe = new();

    public enum Place
    {
        Enumerator,
        FirstItem,
        SecondItem,
        LaterItem,
        WrittenItem,
        SetUp,
        Disposal,
        TearDown,
    }

    public enum Client
    {
        Unavailable,
        Cut,
        Whole,
    }

    public void Dispose() => _release.Dispose();

    [Theory]
    [InlineData(Place.Enumerator, false, Client.Unavailable)]
    [InlineData(Place.Enumerator, true, Client.Whole)]
    [InlineData(Place.FirstItem, false, Client.Unavailable)]
    [InlineData(Place.FirstItem, true, Client.Whole)]
    [InlineData(Place.SecondItem, false, Client.Unavailable)]
    [InlineData(Place.SecondItem, true, Client.Whole)]
    [InlineData(Place.LaterItem, false, Client.Cut)]
    [InlineData(Place.LaterItem, true, Client.Whole)]
    [InlineData(Place.WrittenItem, false, Client.Cut)]
    [InlineData(Place.SetUp, false, Client.Unavailable)]
    [InlineData(Place.SetUp, true, Client.Unavailable)]
    [InlineData(Place.Disposal, false, Client.Whole)]
    [InlineData(Place.Disposal, true, Client.Whole)]
    [InlineData(Place.TearDown, false, Client.Whole)]
    [InlineData(Place.TearDown, true, Client.Whole)]
    public async Task The_host_stops_without_it_and_its_teardown_follows(Place place, bool isEvents, Client expected)
    {
        await using var app = await StartAsync(place, isEvents);
        using var client = await SendUntilBlockedAsync(app, place);
        await app.Web.StopAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.Contains("returned", _probe.Steps, StringComparison.Ordinal);
        Assert.DoesNotContain("back", _probe.Steps, StringComparison.Ordinal);

        await client.UntilClosedAsync();
        Assert.StartsWith(expected == Client.Unavailable ? "HTTP/1.1 503 " : "HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
        Assert.Equal(expected == Client.Whole, client.IsWhole && expected != Client.Unavailable);
        Assert.Single(app.Log.OfJero, line => line.Message.StartsWith("/: the stream ended (", StringComparison.Ordinal));

        _release.Set();
        await App.UntilAsync(() => _probe.Steps.EndsWith("let go", StringComparison.Ordinal), "teardown by itself");
        Assert.Equal(1, Count("let go"));
        Assert.Empty(app.Log.Errors);
    }

    [Theory]
    [InlineData(Place.FirstItem)]
    [InlineData(Place.LaterItem)]
    [InlineData(Place.SetUp)]
    public async Task What_it_throws_when_it_is_back_is_no_fault(Place place)
    {
        await using var app = await StartAsync(place, isEvents: false, new InvalidDataException());
        using var client = await SendUntilBlockedAsync(app, place);
        await app.Web.StopAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        _release.Set();
        await App.UntilAsync(() => app.Log.OfJero.Any(line => line.Exception is InvalidDataException), "what it threw is logged");
        Assert.Empty(app.Log.Errors);
    }

    private async Task<RawClient> SendUntilBlockedAsync(App app, Place place)
    {
        var client = await RawClient.SendAsync(app, "/");
        if (place is Place.LaterItem or Place.WrittenItem or Place.Disposal or Place.TearDown)
        {
            await client.UntilAsync("{}");
        }

        _second.SetResult();
        await App.UntilAsync(() => _probe.Steps.Contains("blocked", StringComparison.Ordinal), "the source blocks");
        return client;
    }

    private int Count(string step) => _probe.Steps.Split(", ").Count(each => each == step);

    private Task<App> StartAsync(Place place, bool isEvents, Exception? fault = null) => App.StartAsync(
        web => web.MapGet("/", async http =>
        {
            try
            {
                await SendAsync(http, place, isEvents, fault);
            }
            finally
            {
                _probe.Note("returned");
            }
        }),
        services => services.AddJero(options =>
        {
            options.SourceStopTimeout = TimeSpan.FromMilliseconds(50);
            options.StreamsOnShutdown = ShutdownBehavior.Stop;
        }));

    private Task SendAsync(HttpContext http, Place place, bool isEvents, Exception? fault)
    {
        var source = new Source(this, place, fault);
        var hasLifecycle = place is Place.SetUp or Place.TearDown;
        return (isEvents, hasLifecycle) switch
        {
            (true, true) => ResponseSender.SendAsync<Item, Writer>(http, new SSEResponse<Item>(Lifecycle(place, source, fault))),
            (true, false) => ResponseSender.SendAsync<Item, Writer>(http, new SSEResponse<Item>(source)),
            (false, true) => ResponseSender.SendAsync<Item, Writer>(http, new NDJSONStreamingResponse<Item>(Lifecycle(place, source, fault))),
            (false, false) => ResponseSender.SendAsync<Item, Writer>(http, new NDJSONStreamingResponse<Item>(source)),
        };
    }

    private async IAsyncEnumerable<IAsyncEnumerable<Item>> Lifecycle(
        Place place, Source source, Exception? fault)
    {
        try
        {
            await Task.CompletedTask;
            if (place == Place.SetUp)
            {
                Block(fault);
            }

            yield return source;
            if (place == Place.TearDown)
            {
                Block(fault);
            }
        }
        finally
        {
            _probe.Note("let go");
        }
    }

    private void Block(Exception? fault)
    {
        _probe.Note("blocked");
        _release.Wait(App.Patience);
        _probe.Note("back");
        if (fault is not null)
        {
            throw fault;
        }
    }

    private readonly struct Writer : IJsonWriter<Item>
    {
        public void Write(BatchBuffer buffer, Item value)
        {
            value.Block?.Invoke();
            buffer.Write("{}"u8);
        }
    }

    private sealed record Item(Action? Block = null);

    private sealed class Source(BlockingSourceTests test, Place place, Exception? fault) : IAsyncEnumerable<Item>, IAsyncEnumerator<Item>
    {
        private int _moves;

        public Item Current => new(place == Place.WrittenItem && _moves == 3 ? () => test.Block(fault) : null);

        public IAsyncEnumerator<Item> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            BlockAt(Place.Enumerator);
            return this;
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            switch (++_moves)
            {
                case 1:
                    BlockAt(Place.FirstItem);
                    break;
                case 2:
                    BlockAt(Place.SecondItem);

                    // What has gathered is flushed before this wait, and the client has it when the wait is over.
                    await test._second.Task;
                    break;
                case 3:
                    BlockAt(Place.LaterItem);
                    break;
            }

            return _moves <= 3;
        }

        public ValueTask DisposeAsync()
        {
            BlockAt(Place.Disposal);
            if (place is not (Place.SetUp or Place.TearDown))
            {
                test._probe.Note("let go");
            }

            return ValueTask.CompletedTask;
        }

        private void BlockAt(Place here)
        {
            if (place == here)
            {
                test.Block(fault);
            }
        }
    }
}
