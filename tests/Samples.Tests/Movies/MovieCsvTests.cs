using System.Text;
using CsvHelper;
using Movies;

namespace Samples.Tests.Movies;

public sealed class MovieCsvTests
{
    private const string Header =
        "id,title,release_date,genre,director,mpaa_rating,running_time_minutes,production_budget,worldwide_gross,imdb_rating,imdb_votes\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_empty_field_is_null_and_a_full_row_is_read_whole()
    {
        var films = Read(
            "1,300,,,,,,,,,\n" +
            "2,\"10,000 B.C.\",2008-03-07,Adventure,Roland Emmerich,PG-13,109,105000000,269065678,4.8,34023\n");

        Assert.Equal(
            [
                new Movie { Id = 1, Title = "300" },
                new Movie
                {
                    Id = 2, Title = "10,000 B.C.", ReleaseDate = new(2008, 3, 7), Genre = "Adventure", Director = "Roland Emmerich",
                    MpaaRating = "PG-13", RunningTimeMinutes = 109, ProductionBudget = 105_000_000, WorldwideGross = 269_065_678,
                    ImdbRating = 4.8, ImdbVotes = 34_023,
                },
            ],
            films);
    }

    [Theory]
    [InlineData("1,Short row\n")]
    [InlineData("x,No number,,,,,,,,,\n")]
    [InlineData("1,No date,2008-13-01,,,,,,,,\n")]
    [InlineData("1,\"Never closed,,,,,,,,,\n")]
    public void A_damaged_row_is_refused(string row) => Assert.Throws<CsvFormatException>(() => Read(row));

    [Fact]
    public async Task What_is_written_is_the_file_to_the_byte()
    {
        using var file = new MemoryStream();
        await MovieCsv.OpenFile().CopyToAsync(file, Cancellation);

        var batches = await MovieCsv.WriteAsync(TemporaryDatabase.ReadFile().ToAsyncEnumerable(), Cancellation).ToListAsync(Cancellation);

        Assert.Equal(Encoding.UTF8.GetString(file.ToArray()), string.Concat(batches.Select(batch => Encoding.UTF8.GetString(batch.Span))));
        Assert.InRange(batches.Count, 8, 32);
    }

    [Theory]
    [InlineData("He said \"no\", twice")]
    [InlineData("Two\nlines")]
    [InlineData(" padded ")]
    [InlineData("Ri¢hie Ri¢h 映画")]
    public async Task A_title_comes_back_as_it_was_written(string title)
    {
        var film = new Movie { Id = 1, Title = title };

        var batches = await MovieCsv.WriteAsync(new[] { film }.ToAsyncEnumerable(), Cancellation).ToListAsync(Cancellation);

        Assert.Equal([film], MovieCsv.Read(new MemoryStream(Assert.Single(batches).ToArray())));
    }

    [Fact]
    public async Task No_films_are_a_header_alone()
    {
        var batch = Assert.Single(await MovieCsv.WriteAsync(AsyncEnumerable.Empty<Movie>(), Cancellation).ToListAsync(Cancellation));

        Assert.Equal(Header, Encoding.UTF8.GetString(batch.Span));
    }

    private static List<Movie> Read(string rows) => [.. MovieCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(Header + rows)))];
}
