using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jero.Sqlite;

/// <summary>Creates the tables of a file, and upgrades an older file. The version is <c>PRAGMA user_version</c>.</summary>
internal static class TopicSchema
{
    // A released step is never changed. A new version is a new step at the end.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE jero_topics (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            epoch TEXT NOT NULL,
            newest INTEGER NOT NULL);
        CREATE TABLE jero_records (
            id INTEGER PRIMARY KEY,
            topic INTEGER NOT NULL REFERENCES jero_topics (id) ON DELETE CASCADE,
            major INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            subject TEXT,
            event TEXT,
            at INTEGER NOT NULL,
            payload BLOB NOT NULL,
            UNIQUE (topic, major));
        """,
        """
        ALTER TABLE jero_records ADD COLUMN idempotency TEXT;
        CREATE UNIQUE INDEX jero_records_idempotency ON jero_records (topic, idempotency) WHERE idempotency IS NOT NULL;
        """,
    ];

    public static int Version => Steps.Length;

    /// <exception cref="InvalidOperationException">The file is newer, or cannot have a write-ahead log.</exception>
    /// <exception cref="SqliteException">SQLite failed.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        if (Find(connection) == Version)
        {
            return;
        }

        UseWriteAheadLog(connection);
        // Another process may do the same, so the version is read again once nobody else can write.
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = Find(connection); version < Version; version++)
        {
            Execute(connection, transaction, Steps[version]);
            Execute(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
        }

        transaction.Commit();
    }

    private static int Find(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        return version <= Version
            ? version
            : throw new InvalidOperationException(
                $"The file '{connection.DataSource}' has version {version} of its schema, but this Jero.Sqlite knows only versions up to {Version}: "
                + "a newer Jero.Sqlite has written it, or the file is another program's.");
    }

    // The mode stays with the file: https://sqlite.org/wal.html#persistence_of_wal_mode
    private static void UseWriteAheadLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if (command.ExecuteScalar() is not "wal")
        {
            throw new InvalidOperationException($"The file '{connection.DataSource}' cannot have a write-ahead log where it is. Move it to a local disk.");
        }
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string text)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
