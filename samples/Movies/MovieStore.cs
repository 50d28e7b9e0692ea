using System.Data;
using System.Runtime.CompilerServices;

namespace Movies;

/// <summary>The films in the database. Safe for any number of callers at once: each reads through a connection of its own.</summary>
public sealed class MovieStore(MovieDatabase database, ILogger<MovieCursor> cursorLogger)
{
    /// <summary>The films in the order of their ids, read as they are asked for.</summary>
    /// <param name="genre">Only films of exactly this genre.</param>
    /// <param name="year">Only films released in this year.</param>
    /// <param name="cancellationToken">Ends the reading before the next row.</param>
    public async IAsyncEnumerable<Movie> ReadAsync(
        string? genre = null, int? year = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            {MovieTable.Select}
            WHERE ($genre IS NULL OR genre = $genre) AND ($year IS NULL OR substr(release_date, 1, 4) = printf('%04d', $year))
            ORDER BY id
            """;
        command.Parameters.AddWithValue("$genre", MovieTable.OrNull(genre));
        command.Parameters.AddWithValue("$year", MovieTable.OrNull(year));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) yield return MovieTable.Read(rows);
    }

    /// <summary>Opens a cursor over all films, which the caller disposes.</summary>
    public async Task<MovieCursor> OpenCursorAsync(CancellationToken cancellationToken = default)
    {
        var connection = await database.OpenAsync(cancellationToken);
        try
        {
            var command = connection.CreateCommand();
            command.CommandText = $"{MovieTable.Select} ORDER BY id";
            var rows = await command.ExecuteReaderAsync(CommandBehavior.CloseConnection, cancellationToken);
            return new MovieCursor(rows, cursorLogger);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The film of this id, or null.</summary>
    public Task<Movie?> FindAsync(int id, CancellationToken cancellationToken = default) =>
        FindFirstAsync($"{MovieTable.Select} WHERE id = $id", id, cancellationToken);

    /// <summary>The film whose id is the next above this one, or null.</summary>
    public Task<Movie?> FindAfterAsync(int id, CancellationToken cancellationToken = default) =>
        FindFirstAsync($"{MovieTable.Select} WHERE id > $id ORDER BY id LIMIT 1", id, cancellationToken);

    /// <summary>Stores a film, in the place of the one that has its id.</summary>
    /// <returns>Whether no film had it.</returns>
    public async Task<bool> PutAsync(Movie movie, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var delete = connection.CreateCommand();
        delete.CommandText = MovieTable.Delete;
        delete.Parameters.AddWithValue("$id", movie.Id);
        var isNew = await delete.ExecuteNonQueryAsync(cancellationToken) == 0;
        await using var insert = connection.CreateCommand();
        insert.CommandText = MovieTable.Insert;
        MovieTable.Bind(insert.Parameters, movie);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isNew;
    }

    /// <summary>All films as CSV, a header first, in batches.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadCsvAsync() => MovieCsv.WriteAsync(ReadAsync());

    private async Task<Movie?> FindFirstAsync(string sql, int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? MovieTable.Read(rows) : null;
    }
}
