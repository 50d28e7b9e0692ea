using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Jero.Sqlite;

/// <summary>
/// Reads rows as records. Other programs can write to the file too: a row that is not a record is skipped, and logged once.
/// </summary>
internal sealed partial class StoredRecords(string topic, ILogger logger, Counter<long>? skipped = null)
{
    private const int MostRemembered = 10_000;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\r\n\0");

    private readonly ConcurrentDictionary<TopicPosition, bool> _leftOut = new();

    /// <summary>Returns the record of a row with major, kind, subject, event, at and payload; null if the row is not a record.</summary>
    public TopicRecord? Read(SqliteDataReader row, TopicPosition position)
    {
        if (Refuse(row) is not { } reason)
        {
            return new TopicRecord
            {
                Position = position,
                Kind = (TopicRecordKind)row.GetInt64(1),
                Subject = Text(row, 2),
                EventName = Text(row, 3),
                At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
                Payload = row.GetFieldValue<byte[]>(5),
            };
        }

        LeaveOut(position, reason);
        return null;
    }

    // SQLite keeps values of any type in any column: https://sqlite.org/datatype3.html
    private static string? Refuse(SqliteDataReader row)
    {
        if (row.GetValue(1) is not ((long)TopicRecordKind.Item or (long)TopicRecordKind.Disconnect))
        {
            return "its kind is not known";
        }

        if (row.GetValue(4) is not long at
            || at < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return "it has no time";
        }

        if (Text(row, 2).AsSpan().ContainsAny(NotInNames) || Text(row, 3).AsSpan().ContainsAny(NotInNames))
        {
            return "its subject or event has a line break";
        }

        return row.GetValue(5) is not byte[] payload ? "its payload is not a blob"
            : payload.AsSpan().ContainsAny((byte)'\r', (byte)'\n') ? "its payload is more than one line"
            : payload.Length == 0 && row.GetInt64(1) == (long)TopicRecordKind.Item ? "it has no payload"
            : null;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private void LeaveOut(TopicPosition position, string reason)
    {
        // Every replay reads the row again.
        if (_leftOut.Count >= MostRemembered)
        {
            _leftOut.Clear();
        }

        if (_leftOut.TryAdd(position, true))
        {
            skipped?.Add(1, new KeyValuePair<string, object?>("jero.topic", topic));
            LogLeftOut(position, topic, reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record {Position} in the file of the topic '{Topic}' is skipped: {Reason}.")]
    private partial void LogLeftOut(TopicPosition position, string topic, string reason);
}
