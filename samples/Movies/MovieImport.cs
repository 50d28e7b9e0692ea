using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Movies;

/// <summary>
/// Fills the database before the server listens. All or nothing, in one transaction: an interrupted import leaves nothing behind, and
/// of two processes that start at once the second waits and finds the work done.
/// </summary>
public sealed partial class MovieImport(MovieDatabase database, ILogger<MovieImport> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(MovieCsv.Read(MovieCsv.OpenFile()), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Replaces what is in the database by these films, unless it was filled from the present file already.</summary>
    /// <returns>Whether anything was imported.</returns>
    public async Task<bool> RunAsync(IEnumerable<Movie> movies, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint();
        await using var connection = await database.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);

        // Immediate: takes the write lock before looking, so that nobody can import between the look and the import.
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (await FindFingerprintAsync(connection, cancellationToken) == fingerprint)
        {
            LogUpToDate(logger, connection.DataSource);
            return false;
        }

        await ExecuteAsync(connection, "DROP TABLE IF EXISTS movie", cancellationToken);
        await ExecuteAsync(connection, MovieTable.Create, cancellationToken);
        var count = await InsertAsync(connection, movies, cancellationToken);
        // A pragma takes no parameters.
        var remember = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {fingerprint}");
        await ExecuteAsync(connection, remember, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogImported(logger, count, connection.DataSource);
        return true;
    }

    private static async Task<int> InsertAsync(
        SqliteConnection connection, IEnumerable<Movie> movies, CancellationToken cancellationToken)
    {
        await using var insert = connection.CreateCommand();
        insert.CommandText = MovieTable.Insert;
        var count = 0;
        foreach (var movie in movies)
        {
            MovieTable.Bind(insert.Parameters, movie);
            await insert.ExecuteNonQueryAsync(cancellationToken);
            count++;
        }

        return count;
    }

    private static async Task<long> FindFingerprintAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Of file and schema: either may change with the program, while the database stays where it was.
    // Never 0, which a new database has.
    private static int Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(MovieTable.Create));
        using var file = MovieCsv.OpenFile();
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        hash.AppendData(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(hash.GetHashAndReset()) | 1;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} films imported into {Database}")]
    private static partial void LogImported(ILogger logger, int count, string database);

    [LoggerMessage(Level = LogLevel.Information, Message = "films are in {Database} already")]
    private static partial void LogUpToDate(ILogger logger, string database);
}
