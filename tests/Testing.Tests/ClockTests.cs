using Jero.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>What a test does with the clock.</summary>
public sealed class ClockTests
{
    public static TheoryData<StreamHost, StreamProtocol> Hosts => Apps.Hosts;

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_keepalive_comes_when_its_time_is_over(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/feed");
        await stream.ExpectNothingAsync();

        for (var i = 0; i < 3; i++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(15));
            await stream.ExpectKeepAliveAsync();
        }

        app.Services.GetRequiredService<Feed>().Publish(1);
        Assert.Equal(1, (await stream.TakeAsync(1))[0].Item.Number);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Nothing_comes_before_its_time(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        await stream.TakeAsync(1);

        await stream.ExpectNothingAsync(TimeSpan.FromSeconds(0.9));

        await Assert.ThrowsAsync<StreamTestException>(() => stream.ExpectNothingAsync(TimeSpan.FromSeconds(0.2)));
        Assert.Equal("2", (await stream.TakeAsync(1))[0].Id);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_clock_waits_for_an_item_that_is_on_its_way(StreamHost host, StreamProtocol protocol)
    {
        StreamApp? running = null;
        await using var app = running = await Apps.StartAsync(new() { Host = host, Protocol = protocol }, web => web.Use((http, next) =>
        {
            http.Response.Body = new HeldStream(http.Response.Body, () => running!.Time.GetUtcNow());
            return next(http);
        }));
        await using var stream = await app.OpenAsync<Reading>("/readings/rapid");

        await stream.TakeAsync(2);

        var end = await stream.DropAsync();
        Assert.Equal((2, TimeSpan.FromMilliseconds(2)), (end.ItemsSent, end.Duration));
    }

    [Fact]
    public async Task The_clock_stands_still_where_the_test_moves_it_alone()
    {
        await using var app = await Apps.StartAsync(new() { AdvancesTime = false });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        await Assert.ThrowsAsync<StreamTimeoutException>(() => stream.TakeAsync(1));

        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1", (await stream.TakeAsync(1))[0].Id);
    }

    [Fact]
    public async Task An_app_may_keep_its_own_clock()
    {
        await using var app = await Apps.StartAsync(new() { Time = null });

        Assert.Throws<InvalidOperationException>(() => app.Time);
        await using var stream = await app.OpenAsync<Reading>("/readings?count=2");
        Assert.Equal(2, (await stream.ReadToEndAsync()).Count);
    }
}
