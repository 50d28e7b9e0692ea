using Microsoft.Extensions.Logging.Testing;
using Movies;

namespace Samples.Tests.Movies;

public sealed class MovieStoreTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();

    private MovieStore Store => _database.Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _database.Import.StartAsync(Cancellation);

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Drama", null, 789)]
    [InlineData(null, 1998, 144)]
    [InlineData("drama", null, 0)]
    [InlineData("Drama' OR '1' = '1", null, 0)]
    [InlineData("", null, 0)]
    [InlineData(null, 99999, 0)]
    [InlineData(null, -1, 0)]
    public async Task Reading_can_be_narrowed_to_a_genre_and_a_year(string? genre, int? year, int count)
    {
        var films = await Store.ReadAsync(genre, year, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(count, films.Count);
        Assert.All(films, film => Assert.True((genre is null || film.Genre == genre) && (year is null || film.ReleaseDate?.Year == year)));
    }

    [Fact]
    public async Task A_genre_and_a_year_narrow_together()
    {
        var expected = TemporaryDatabase.ReadFile().Where(film => film is { Genre: "Drama", ReleaseDate.Year: 1998 });

        Assert.Equal(expected, await Store.ReadAsync("Drama", 1998, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Titles_that_are_numbers_stay_as_they_are_and_directors_may_be_missing()
    {
        var films = await Store.ReadAsync(cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.All((string[])["300", "1776", "9", "10,000 B.C.", "11:14"], title => Assert.Contains(films, film => film.Title == title));
        Assert.Equal(1330, films.Count(film => film.Director is null));
        Assert.DoesNotContain(films, film => film.Director == "" || film.Genre == "" || film.MpaaRating == "");
    }

    [Fact]
    public async Task A_film_is_found_by_its_id()
    {
        Assert.Equal("First Love, Last Rites", (await Store.FindAsync(2, Cancellation))?.Title);
        Assert.Null(await Store.FindAsync(3201, Cancellation));
    }

    [Fact]
    public async Task The_film_after_an_id_is_the_next()
    {
        Assert.Equal(1, (await Store.FindAfterAsync(0, Cancellation))?.Id);
        Assert.Equal(11, (await Store.FindAfterAsync(10, Cancellation))?.Id);
        Assert.Null(await Store.FindAfterAsync(3200, Cancellation));
        Assert.Null(await Store.FindAfterAsync(int.MaxValue, Cancellation));
    }

    [Fact]
    public async Task A_cancelled_reading_ends_before_the_next_row()
    {
        using var cancellation = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.ReadAsync(cancellationToken: cancellation.Token))
                if (++read == 5) await cancellation.CancelAsync();
        });

        Assert.Equal(5, read);
    }

    [Fact]
    public async Task A_cursor_says_when_it_opens_and_how_far_it_got_when_it_closes()
    {
        var log = new FakeLogger<MovieCursor>();
        await using (var cursor = await new MovieStore(_database.Database, log).OpenCursorAsync(Cancellation))
        {
            Assert.Equal("cursor opened", Assert.Single(log.Collector.GetSnapshot()).Message);
            Assert.Equal(42, await cursor.ReadRowsAsync(Cancellation).Take(42).CountAsync(Cancellation));
        }

        Assert.Equal(["cursor opened", "cursor closed (42 rows read)"], log.Collector.GetSnapshot().Select(record => record.Message));
    }

    [Fact]
    public async Task An_import_does_not_wait_for_a_reader()
    {
        await using var cursor = await Store.OpenCursorAsync(Cancellation);
        await _database.ExecuteAsync("UPDATE movie SET title = 'changed' WHERE id = 3200");

        var last = await cursor.ReadRowsAsync(Cancellation).LastAsync(Cancellation);

        Assert.NotEqual("changed", last.Title);
    }
}
