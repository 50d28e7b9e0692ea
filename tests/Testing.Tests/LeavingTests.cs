using Jero;
using Jero.Testing;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>The ways in which a client leaves, is slow, or comes back.</summary>
public sealed class LeavingTests
{
    public static TheoryData<StreamProtocol> Protocols => [StreamProtocol.Http1, StreamProtocol.Http2];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_reset_ends_the_stream(StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        await stream.TakeAsync(1);

        Assert.Equal(StopReason.ClientGone, (await stream.ResetAsync()).Reason);
    }

    [Theory]
    [MemberData(nameof(Apps.Hosts), MemberType = typeof(Apps))]
    public async Task A_client_leaves_before_the_first_item(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Host = host, Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/feed/lines");

        var end = await stream.DropAsync();

        Assert.Equal((StopReason.ClientGone, 0), (end.Reason, end.ItemsSent));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_half_close_ends_the_stream(StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        await stream.TakeAsync(1);

        Assert.Equal(StopReason.ClientGone, (await stream.FinishSendingAsync()).Reason);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_stalled_client_is_waited_for_and_cut_off_by_the_send_timeout(StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new()
        {
            Protocol = protocol,
            Configure = host => host.ConfigureServices(services => services.AddJero(jero => jero.SendTimeout = TimeSpan.FromMinutes(1))),
        });
        await using var stream = await app.OpenAsync<byte[]>("/bytes");
        await stream.TakeAsync(1);
        await stream.StallAsync();
        await stream.UntilBlockedAsync();

        app.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(StopReason.SendTimeout, (await stream.EndAsync()).Reason);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_slow_client_is_waited_for(StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Protocol = protocol });
        await using var stream = await app.OpenAsync<byte[]>("/bytes");
        await stream.TakeAsync(1);

        stream.ReadSlowly(bytesPerSecond: 1);

        await stream.UntilBlockedAsync();
        Assert.Equal(StopReason.ClientGone, (await stream.DropAsync()).Reason);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_client_that_reconnects_goes_on_after_the_last_event(StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(new() { Protocol = protocol });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");
        await stream.TakeAsync(3);

        await using var again = await stream.ReconnectAsync();

        Assert.Equal("4", (await again.TakeAsync(1))[0].Id);
        Assert.Single(app.Streams.All);
    }

    [Fact]
    public async Task What_needs_a_connection_says_so_in_process()
    {
        await using var app = await Apps.StartAsync(new() { Host = StreamHost.InProcess });
        await using var stream = await app.OpenAsync<Reading>("/readings/live");

        await Assert.ThrowsAsync<NotSupportedException>(() => stream.ResetAsync());
        await Assert.ThrowsAsync<NotSupportedException>(() => stream.FinishSendingAsync());
    }

    [Fact]
    public async Task A_stream_that_resumes_passes_at_every_cut()
    {
        await using var app = await Apps.StartAsync();

        await ResumeTest.CutEverywhereAsync(app, "/readings/live", 4);
    }
}
