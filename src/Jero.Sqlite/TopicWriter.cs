using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Jero.Sqlite;

/// <summary>Writes records, those of one call in one transaction. For one caller at a time.</summary>
internal sealed class TopicWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _topic;
    private readonly SqliteCommand _known;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _newest;
    private readonly SqliteCommand _trim;

    /// <param name="connection">The connection, which the writer owns from now on.</param>
    public TopicWriter(SqliteConnection connection)
    {
        _connection = connection;
        // FULL: a commit is on disk when it returns. https://sqlite.org/pragma.html#pragma_synchronous
        using var durable = connection.CreateCommand();
        durable.CommandText = "PRAGMA synchronous = FULL";
        durable.ExecuteNonQuery();
        _topic = Command(
            """
            INSERT INTO jero_topics (name, epoch, newest) VALUES ($name, $epoch, 0)
            ON CONFLICT (name) DO UPDATE SET name = name RETURNING id, epoch, newest
            """,
            "$name", "$epoch");
        _known = Command("SELECT major FROM jero_records WHERE topic = $topic AND idempotency = $key", "$topic", "$key");
        _insert = Command(
            """
            INSERT INTO jero_records (topic, major, kind, subject, event, at, payload, idempotency)
            VALUES ($topic, $major, $kind, $subject, $event, $at, $payload, $key)
            """,
            "$topic", "$major", "$kind", "$subject", "$event", "$at", "$payload", "$key");
        _newest = Command("UPDATE jero_topics SET newest = $newest WHERE id = $topic", "$newest", "$topic");
        // Removes records only from the beginning of the log, so that what is left has no hole.
        _trim = Command(
            """
            DELETE FROM jero_records WHERE topic = $topic AND major <= max($byCount, coalesce(
                (SELECT major - 1 FROM jero_records WHERE topic = $topic AND at >= $cutoff ORDER BY major LIMIT 1), $newest))
            """,
            "$topic", "$byCount", "$cutoff", "$newest");
    }

    /// <summary>Writes all records to disk, or none.</summary>
    /// <exception cref="SqliteException">Nothing was written.</exception>
    public void Write(List<PendingAppend> appends)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var command in (SqliteCommand[])[_topic, _known, _insert, _newest, _trim])
        {
            command.Transaction = transaction;
        }

        foreach (var topic in appends.GroupBy(static append => append.Topic, StringComparer.Ordinal))
        {
            Write(topic.Key, [.. topic]);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_topic, _known, _insert, _newest, _trim])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void Write(string name, List<PendingAppend> appends)
    {
        // Read anew each time, because other processes write too.
        var (topic, epoch, newest) = Find(name);
        foreach (var append in appends)
        {
            var record = append.Record;
            if (record.IdempotencyKey is { } key && Run(_known, topic, key).ExecuteScalar() is long major)
            {
                append.Position = new TopicPosition(epoch, (ulong)major);
                continue;
            }

            newest++;
            Run(_insert, topic, newest, (int)record.Kind, record.Subject, record.EventName, record.At.ToUnixTimeMilliseconds(),
                record.Payload.ToArray(), record.IdempotencyKey).ExecuteNonQuery();
            append.Position = new TopicPosition(epoch, (ulong)newest);
        }

        Run(_newest, newest, topic).ExecuteNonQuery();
        Run(_trim, topic, newest - appends[^1].Retention.Count, appends[^1].Cutoff, newest).ExecuteNonQuery();
    }

    private (long Id, string Epoch, long Newest) Find(string name)
    {
        using var row = Run(_topic, name, RandomNumberGenerator.GetHexString(12, lowercase: true)).ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetString(1), row.GetInt64(2));
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<string> names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static SqliteCommand Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // Otherwise the parameter would keep the type of its previous value.
            command.Parameters[i].ResetSqliteType();
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
