using Jero;
using Jero.Testing;
using Microsoft.Extensions.Time.Testing;
using Movies;

namespace Testing.Tests.Docs;

/// <summary>The shorter snippets of the pages.</summary>
public sealed class Asides
{
    [Fact]
    public async Task What_the_package_shows()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Movie>("/events", lastEventId: "10");

        var first = await stream.TakeAsync(2);
        Assert.Equal(["11", "12"], first.Select(item => item.Id));

        var end = await stream.DropAsync();
        Assert.Equal(StopReason.ClientGone, end.Reason);
    }

    [Fact]
    public async Task Options_change_the_app()
    {
        await using var app = await StreamApp.StartAsync<Program>(new()
        {
            Protocol = StreamProtocol.Http2,
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            Configure = host => host.ConfigureServices(services => services.AddJero(jero => jero.SendTimeout = TimeSpan.FromSeconds(30))),
        });

        await using var stream = await app.OpenAsync<Movie>("/events");
        Assert.Equal(2, stream.Response.Version.Major);
    }

    [Fact]
    public async Task A_stalled_client_is_cut_off()
    {
        await using var app = await Apps.StartAsync(new()
        {
            Configure = host => host.ConfigureServices(services => services.AddJero(jero => jero.SendTimeout = TimeSpan.FromSeconds(30))),
        });
        await using var stream = await app.OpenAsync<byte[]>("/bytes");
        await stream.TakeAsync(1);

        await stream.StallAsync();
        await stream.UntilBlockedAsync();
        app.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(StopReason.SendTimeout, (await stream.EndAsync()).Reason);
    }
}
