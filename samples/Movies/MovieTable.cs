using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Movies;

/// <summary>The one place that knows the columns of the table.</summary>
internal static class MovieTable
{
    public const string Create = """
        CREATE TABLE movie (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            release_date TEXT,
            genre TEXT,
            director TEXT,
            mpaa_rating TEXT,
            running_time_minutes INTEGER,
            production_budget INTEGER,
            worldwide_gross INTEGER,
            imdb_rating REAL,
            imdb_votes INTEGER
        ) STRICT
        """;

    public const string Insert = """
        INSERT INTO movie VALUES ($id, $title, $release_date, $genre, $director, $mpaa_rating,
            $running_time_minutes, $production_budget, $worldwide_gross, $imdb_rating, $imdb_votes)
        """;

    public const string Delete = "DELETE FROM movie WHERE id = $id";

    public const string Select = """
        SELECT id, title, release_date, genre, director, mpaa_rating,
            running_time_minutes, production_budget, worldwide_gross, imdb_rating, imdb_votes
        FROM movie
        """;

    /// <summary>The film in the row on which the reader of a <see cref="Select"/> stands.</summary>
    public static Movie Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt32(0),
        Title = row.GetString(1),
        ReleaseDate = row.IsDBNull(2) ? null : DateOnly.ParseExact(row.GetString(2), "O", CultureInfo.InvariantCulture),
        Genre = row.IsDBNull(3) ? null : row.GetString(3),
        Director = row.IsDBNull(4) ? null : row.GetString(4),
        MpaaRating = row.IsDBNull(5) ? null : row.GetString(5),
        RunningTimeMinutes = row.IsDBNull(6) ? null : row.GetInt32(6),
        ProductionBudget = row.IsDBNull(7) ? null : row.GetInt64(7),
        WorldwideGross = row.IsDBNull(8) ? null : row.GetInt64(8),
        ImdbRating = row.IsDBNull(9) ? null : row.GetDouble(9),
        ImdbVotes = row.IsDBNull(10) ? null : row.GetInt32(10),
    };

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    public static void Bind(SqliteParameterCollection parameters, Movie movie)
    {
        parameters.Clear();
        parameters.AddWithValue("$id", movie.Id);
        parameters.AddWithValue("$title", movie.Title);
        parameters.AddWithValue("$release_date", OrNull(movie.ReleaseDate?.ToString("O", CultureInfo.InvariantCulture)));
        parameters.AddWithValue("$genre", OrNull(movie.Genre));
        parameters.AddWithValue("$director", OrNull(movie.Director));
        parameters.AddWithValue("$mpaa_rating", OrNull(movie.MpaaRating));
        parameters.AddWithValue("$running_time_minutes", OrNull(movie.RunningTimeMinutes));
        parameters.AddWithValue("$production_budget", OrNull(movie.ProductionBudget));
        parameters.AddWithValue("$worldwide_gross", OrNull(movie.WorldwideGross));
        parameters.AddWithValue("$imdb_rating", OrNull(movie.ImdbRating));
        parameters.AddWithValue("$imdb_votes", OrNull(movie.ImdbVotes));
    }

    /// <summary>A value as a parameter takes it.</summary>
    public static object OrNull<T>(T value) => value is null ? DBNull.Value : value;
}
