using Microsoft.Data.Sqlite;
using Notifications.Feeds;

namespace Notifications.Stores;

/// <summary>
/// The events of one process on the disk, in SQLite, which mends what a crash leaves behind. Not safe for several threads at once; a second
/// process is refused.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <exception cref="InvalidOperationException">Another process has it open.</exception>
    public Journal(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            _connection.Open();
            // FULL: a commit is on the disk when it returns. EXCLUSIVE: two processes would each know only half of the feed.
            Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            Execute(
                """
                CREATE TABLE IF NOT EXISTS event (
                    milliseconds INTEGER, sequence INTEGER, topic TEXT NOT NULL, kind TEXT NOT NULL, json BLOB NOT NULL,
                    PRIMARY KEY (milliseconds, sequence)) WITHOUT ROWID
                """);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 5)
        {
            _connection.Dispose();
            throw new InvalidOperationException(
                $"Another process serves the notifications in '{file}'. Several processes need Redis: set ConnectionStrings:Redis.", exception);
        }
    }

    /// <summary>The last events, oldest first.</summary>
    public List<FeedEvent> Load(int count)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT milliseconds, sequence, topic, kind, json FROM event ORDER BY milliseconds DESC, sequence DESC LIMIT $count";
        command.Parameters.AddWithValue("$count", count);
        using var rows = command.ExecuteReader();
        var events = new List<FeedEvent>();
        while (rows.Read())
        {
            var id = new FeedId((ulong)rows.GetInt64(0), (ulong)rows.GetInt64(1));
            events.Add(new FeedEvent(id, rows.GetString(2), rows.GetString(3), rows.GetFieldValue<byte[]>(4)));
        }

        events.Reverse();
        return events;
    }

    /// <summary>Writes events and takes away those before another, all or nothing.</summary>
    public void Append(IReadOnlyList<FeedEvent> events, FeedId? oldest)
    {
        using var transaction = _connection.BeginTransaction();
        using (var insert = _connection.CreateCommand())
        {
            insert.CommandText = "INSERT INTO event VALUES ($milliseconds, $sequence, $topic, $kind, $json)";
            foreach (var added in events)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$milliseconds", (long)added.Id.Milliseconds);
                insert.Parameters.AddWithValue("$sequence", (long)added.Id.Sequence);
                insert.Parameters.AddWithValue("$topic", added.Topic);
                insert.Parameters.AddWithValue("$kind", added.Kind);
                insert.Parameters.AddWithValue("$json", added.Json.ToArray());
                insert.ExecuteNonQuery();
            }
        }

        if (oldest is { } id)
        {
            using var delete = _connection.CreateCommand();
            delete.CommandText = "DELETE FROM event WHERE (milliseconds, sequence) < ($milliseconds, $sequence)";
            delete.Parameters.AddWithValue("$milliseconds", (long)id.Milliseconds);
            delete.Parameters.AddWithValue("$sequence", (long)id.Sequence);
            delete.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
