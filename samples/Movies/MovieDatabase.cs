using Microsoft.Data.Sqlite;

namespace Movies;

/// <summary>Where the films are: <c>ConnectionStrings:Movies</c>, or else a file in the system's temporary folder.</summary>
public sealed class MovieDatabase(IConfiguration configuration)
{
    private readonly string _connectionString = configuration.GetConnectionString("Movies") ?? InTemporaryFolder();

    /// <summary>A connection for one reader or one import. SQLite lets any number read beside one that writes (WAL).</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string InTemporaryFolder()
    {
        // The folder may be common to all users, the file of another of whom could not be written.
        var file = $"jero-movies-{Environment.UserName}.db";
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetTempPath(), file) }.ToString();
    }
}
