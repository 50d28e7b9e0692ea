using Jero;
using Jero.Testing;

namespace Jero_Api.Tests;

/// <summary>The app on a port of its own, since streams are about the wire, and with a clock that does not pass.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Readings_are_one_JSON_object_a_line()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Reading>("/readings?count=3");

        var readings = await stream.ReadToEndAsync();

        Assert.Equal("application/x-ndjson", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([1, 2, 3], readings.Select(reading => reading.Item.Number));
    }

    [Fact]
    public async Task Live_readings_go_on_after_the_last_one_seen()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Reading>("/readings/live", lastEventId: "41");

        var readings = await stream.TakeAsync(2);

        Assert.Equal(["42", "43"], readings.Select(reading => reading.Id));
        Assert.Equal([42, 43], readings.Select(reading => reading.Item.Number));
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_stream()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        await stream.TakeAsync(1);

        var end = await stream.DropAsync();

        Assert.Equal(StopReason.ClientGone, end.Reason);
    }
}
