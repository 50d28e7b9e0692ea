using CsvHelper;

namespace Movies;

/// <summary>A film, as the data set knows it: what is unknown is null.</summary>
[CsvRecord]
[CsvOptions(Separator = ',', NewLine = "\n", NullValues = [""])]
public sealed partial record Movie
{
    /// <summary>Number of the film, from 1 upwards without gaps.</summary>
    [CsvColumn("id")]
    public required int Id { get; init; }

    /// <summary>Title; some consist of digits only.</summary>
    [CsvColumn("title")]
    public required string Title { get; init; }

    /// <summary>First day in the cinemas.</summary>
    [CsvColumn("release_date")]
    public DateOnly? ReleaseDate { get; init; }

    /// <summary>One major genre, such as "Drama".</summary>
    [CsvColumn("genre")]
    public string? Genre { get; init; }

    /// <summary>Full name of the director.</summary>
    [CsvColumn("director")]
    public string? Director { get; init; }

    /// <summary>Rating of the Motion Picture Association, such as "PG-13" or "Not Rated".</summary>
    [CsvColumn("mpaa_rating")]
    public string? MpaaRating { get; init; }

    /// <summary>Running time in minutes.</summary>
    [CsvColumn("running_time_minutes")]
    public int? RunningTimeMinutes { get; init; }

    /// <summary>Cost of the production in US dollars.</summary>
    [CsvColumn("production_budget")]
    public long? ProductionBudget { get; init; }

    /// <summary>Worldwide box office in US dollars.</summary>
    [CsvColumn("worldwide_gross")]
    public long? WorldwideGross { get; init; }

    /// <summary>Average rating on IMDb, from 1 to 10.</summary>
    [CsvColumn("imdb_rating")]
    public double? ImdbRating { get; init; }

    /// <summary>Number of votes behind the rating on IMDb.</summary>
    [CsvColumn("imdb_votes")]
    public int? ImdbVotes { get; init; }
}
