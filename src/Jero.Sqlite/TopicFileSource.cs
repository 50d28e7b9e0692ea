using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Jero.Sqlite;

/// <summary>Says where a file is and how it is opened. Two sources that name one file in the same way are equal.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="ConnectionString">How it is opened.</param>
internal sealed record TopicFileSource(string Path, string ConnectionString)
{
    // Long enough for the writer of another process, and short enough for the request that publishes.
    private const int DefaultTimeout = 5;

    public static TopicFileSource Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory
            || builder.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"A topic is kept in a file, but '{connectionString}' names no file by its path. "
                + "A topic that is kept in memory needs no UseSqlite.",
                nameof(connectionString));
        }

        if (builder.Mode == SqliteOpenMode.ReadOnly)
        {
            throw new ArgumentException(
                $"A topic is written to, but '{connectionString}' opens its file read-only.", nameof(connectionString));
        }

        builder.DataSource = System.IO.Path.GetFullPath(builder.DataSource);
        if (!SetsTimeout(connectionString))
        {
            builder.DefaultTimeout = DefaultTimeout;
        }

        // A cache that connections share locks tables instead of the file: https://sqlite.org/sharedcache.html
        builder.Cache = SqliteCacheMode.Private;
        return new TopicFileSource(builder.DataSource, builder.ToString());
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool SetsTimeout(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return given.ContainsKey("Default Timeout") || given.ContainsKey("Command Timeout");
    }
}
