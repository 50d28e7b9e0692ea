using Jero;
using Jero.Testing;
using Movies;

namespace Testing.Tests;

/// <summary>An app as its own program starts it: the sample.</summary>
public sealed class ProgramTests
{
    public static TheoryData<StreamHost, StreamProtocol> Hosts => Apps.Hosts;

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_feed_of_films_goes_on_and_is_kept_alive(StreamHost host, StreamProtocol protocol)
    {
        var database = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        await using var app = await StreamApp.StartAsync<Program>(new()
        {
            Host = host,
            Protocol = protocol,
            Configure = web => web.UseSetting("ConnectionStrings:Movies", $"Data Source={database}"),
        });
        await using var stream = await app.OpenAsync<Movie>("/events", lastEventId: "10");

        var first = await stream.TakeAsync(2);

        Assert.Equal(["11", "12"], first.Select(item => item.Id));
        Assert.Equal([11, 12], first.Select(item => item.Item.Id));
        var end = await stream.DropAsync();
        Assert.Equal(StopReason.ClientGone, end.Reason);
        // The clock that moves on for the second film may be at the third before the client has read the second.
        Assert.InRange(end.ItemsSent, 2, 3);
    }
}
