using System.Net;
using Jero;
using Jero.Testing;
using Movies;

namespace Testing.Tests.Docs;

/// <summary>The tests that docs/testing.md shows, over the sample.</summary>
public sealed class SixTests
{
    [Fact]
    public async Task The_feed_goes_on_after_the_last_film_that_was_seen()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Movie>("/events", lastEventId: "10");

        var first = await stream.TakeAsync(2);

        Assert.Equal(["11", "12"], first.Select(item => item.Id));
        Assert.Equal([11, 12], first.Select(item => item.Item.Id));
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_stream()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Movie>("/events");
        await stream.TakeAsync(3);

        var end = await stream.DropAsync();

        Assert.Equal(StopReason.ClientGone, end.Reason);
        Assert.Equal(3, end.ItemsSent);
    }

    [Fact]
    public async Task A_quiet_feed_is_kept_alive()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Movie>("/events", lastEventId: "1000000");
        await stream.ExpectNothingAsync();

        app.Time.Advance(TimeSpan.FromSeconds(15));

        await stream.ExpectKeepAliveAsync();
    }

    [Fact]
    public async Task Every_film_is_listed_once()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var stream = await app.OpenAsync<Movie>("/movies");

        var films = await stream.ReadToEndAsync();

        Assert.Equal(3200, films.DistinctBy(film => film.Item.Id).Count());
        Assert.Equal(StopReason.Completed, (await stream.EndAsync()).Reason);
    }

    [Fact]
    public async Task A_client_that_is_cut_off_anywhere_misses_nothing_and_sees_nothing_twice()
    {
        await using var app = await StreamApp.StartAsync<Program>();

        await ResumeTest.CutEverywhereAsync(app, "/events", 5);
    }

    [Fact]
    public async Task A_bad_query_is_refused_before_the_stream_begins()
    {
        await using var app = await StreamApp.StartAsync<Program>();

        using var response = await app.Client.GetAsync("/movies?year=abc", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
