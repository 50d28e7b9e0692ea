using Jero;
using Jero.Testing;
using Microsoft.Extensions.DependencyInjection;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>Items that are read, over every host.</summary>
public sealed class ReadingTests
{
    public static TheoryData<StreamHost, StreamProtocol> Hosts => Apps.Hosts;

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Items_are_taken_and_the_drop_waits_for_the_server(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings/live", lastEventId: "10");

        var first = await stream.TakeAsync(2);

        Assert.Equal([new("11", "reading", new(11)), new("12", "reading", new(12))], first);
        Assert.Equal("12", stream.LastEventId);
        Assert.Equal(200, (int)stream.Response.StatusCode);
        Assert.NotEmpty(app.Streams.All);

        var end = await stream.DropAsync();

        Assert.Equal(StopReason.ClientGone, end.Reason);
        Assert.Equal(2, end.ItemsSent);
        Assert.True(end.BytesSent > 0);
        Assert.Equal(TimeSpan.FromSeconds(2), end.Duration);
        Assert.Null(end.Fault);
        Assert.Equal(0, app.Streams.Count);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_stream_is_read_to_its_end(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings?count=1000");

        var all = await stream.ReadToEndAsync();

        Assert.Equal(Enumerable.Range(1, 1000), all.Select(item => item.Item.Number));
        var end = await stream.EndAsync();
        Assert.Equal((StopReason.Completed, 1000), (end.Reason, end.ItemsSent));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_stream_whose_headers_go_with_its_first_item_is_open_before(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/feed/lines");
        Assert.Throws<InvalidOperationException>(() => stream.Response);

        app.Services.GetRequiredService<Feed>().Publish(7);

        Assert.Equal(7, (await stream.TakeAsync(1))[0].Item.Number);
        Assert.Equal("application/x-ndjson", stream.Response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_headers_of_events_come_before_a_slow_first_one(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });

        await using var stream = await app.OpenAsync<Reading>("/feed");

        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Items_are_taken_up_to_the_one_that_is_looked_for(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");

        var items = await stream.TakeUntilAsync(item => item.Item.Number == 4);

        Assert.Equal([1, 2, 3, 4], items.Select(item => item.Item.Number));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task What_came_before_a_fault_is_with_the_exception(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/broken/faults");

        var exception = await Assert.ThrowsAsync<StreamTruncatedException>(() => stream.ReadToEndAsync());

        Assert.Equal([new StreamItem<Reading>(null, null, new(1)), new StreamItem<Reading>(null, null, new(2))], exception.Items);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        var end = await stream.EndAsync();
        Assert.Equal(StopReason.SourceFaulted, end.Reason);
        Assert.Equal("The sensor is gone.", end.Fault?.Message);
    }

    [Fact]
    public async Task Text_and_bytes_are_read_as_they_are()
    {
        await using var app = await Apps.StartAsync();
        await using var words = await app.OpenAsync<string>("/words");
        Assert.Equal([new(null, null, "one"), new("2", "pair", "two\nlines")], await words.ReadToEndAsync());

        await using var bytes = await app.OpenAsync<byte[]>("/bytes");
        var chunk = Assert.Single(await bytes.TakeAsync(1)).Item;
        Assert.NotEmpty(chunk);
        Assert.Equal(StopReason.ClientGone, (await bytes.DropAsync()).Reason);
    }
}
