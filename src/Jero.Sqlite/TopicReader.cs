using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Jero.Sqlite;

/// <summary>Reads a topic over one connection. For one caller at a time.</summary>
internal sealed class TopicReader(SqliteConnection connection, string topic, StoredRecords stored) : IDisposable
{
    /// <summary>The number of rows in a page. It is small enough that no reader holds the write-ahead log for long.</summary>
    public const int Page = 500;

    /// <summary>
    /// Returns a version that changes when another connection, in any process, has committed:
    /// https://sqlite.org/pragma.html#pragma_data_version
    /// </summary>
    public long FindVersion()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Returns the range. A topic without a record gets its epoch here, so that it keeps it.</summary>
    /// <param name="cutoff">Records from before this time are no longer kept, even if they are still in the file.</param>
    public TopicRange FindRange(long cutoff)
    {
        if (TryFindRange(cutoff) is { } range)
        {
            return range;
        }

        AddTopic();
        return TryFindRange(cutoff) ?? throw new InvalidOperationException($"The topic '{topic}' was deleted while it was being added.");
    }

    /// <summary>
    /// Returns the next rows, at most <see cref="Page"/>; null if the log has another epoch or has lost <paramref name="after"/>.
    /// </summary>
    public TopicPage? Read(TopicPosition after, ulong to, long cutoff)
    {
        // One snapshot for both reads: a trim in between would otherwise look like a hole.
        using var transaction = connection.BeginTransaction(deferred: true);
        if (TryFindRange(cutoff) is not { } range || range.Newest.Epoch != after.Epoch || after.Major > range.Newest.Major)
        {
            return null;
        }

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            SELECT major, kind, subject, event, at, payload FROM jero_records
            WHERE topic = (SELECT id FROM jero_topics WHERE name = $name) AND major > $after AND major <= $to ORDER BY major LIMIT $page
            """;
        command.Parameters.AddWithValue("$name", topic);
        command.Parameters.AddWithValue("$after", (long)Math.Max(after.Major, range.Start.Major));
        command.Parameters.AddWithValue("$to", (long)Math.Min(to, range.Newest.Major));
        command.Parameters.AddWithValue("$page", Page);
        var records = new List<TopicRecord>();
        var last = after;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            last = new TopicPosition(after.Epoch, (ulong)rows.GetInt64(0));
            if (stored.Read(rows, last) is { } record)
            {
                records.Add(record);
            }
        }

        return new TopicPage(records, last, last == after, HasMissed: after.Major < range.Start.Major);
    }

    public void Dispose() => connection.Dispose();

    private TopicRange? TryFindRange(long cutoff)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT epoch, newest, (SELECT major - 1 FROM jero_records WHERE topic = jero_topics.id AND at >= $cutoff ORDER BY major LIMIT 1)
            FROM jero_topics WHERE name = $name
            """;
        command.Parameters.AddWithValue("$cutoff", cutoff);
        command.Parameters.AddWithValue("$name", topic);
        using var row = command.ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var epoch = row.GetString(0);
        var newest = (ulong)row.GetInt64(1);
        var start = row.IsDBNull(2) ? newest : (ulong)row.GetInt64(2);
        return new TopicRange(new(epoch, start), new(epoch, newest), IsDense: true);
    }

    private void AddTopic()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO jero_topics (name, epoch, newest) VALUES ($name, $epoch, 0) ON CONFLICT (name) DO NOTHING";
        command.Parameters.AddWithValue("$name", topic);
        command.Parameters.AddWithValue("$epoch", RandomNumberGenerator.GetHexString(12, lowercase: true));
        command.ExecuteNonQuery();
    }
}
