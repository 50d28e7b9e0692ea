using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Movies;

namespace Samples.Tests.Movies;

/// <summary>A database file of its own, in a folder that goes with it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-movies-");

    public TemporaryDatabase()
    {
        File = Path.Combine(_folder.FullName, "movies.db");
        // A pooled connection would keep the file open after the test.
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Movies", ConnectionString)])
            .Build();
        Database = new MovieDatabase(configuration);
        Import = new MovieImport(Database, NullLogger<MovieImport>.Instance);
        Store = new MovieStore(Database, NullLogger<MovieCursor>.Instance);
    }

    public string File { get; }

    public string ConnectionString { get; }

    public MovieDatabase Database { get; }

    public MovieImport Import { get; }

    public MovieStore Store { get; }

    public static List<Movie> ReadFile() => [.. MovieCsv.Read(MovieCsv.OpenFile())];

    /// <summary>The files of this database as they lie on the disk now, as those of another.</summary>
    public void CopyTo(TemporaryDatabase other)
    {
        foreach (var suffix in (string[])["", "-wal"])
        {
            using var from = new FileStream(File + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = System.IO.File.Create(other.File + suffix);
            from.CopyTo(to);
        }
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
