using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Jero.Redis;

/// <summary>
/// Converts records to the fields of stream entries and back. Other programs can write to the stream too: an entry that is not a record is
/// skipped, and logged once.
/// </summary>
internal sealed partial class StreamRecords(string topic, ILogger logger, Counter<long>? skipped = null)
{
    private const int MostRemembered = 10_000;
    private const int LongestName = 1024;
    private const string Kind = "kind";
    private const string At = "at";
    private const string Subject = "subject";
    private const string Event = "event";
    private const string Payload = "payload";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\r\n\0");

    private readonly ConcurrentDictionary<string, bool> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Returns names and values in turn.</summary>
    public static IEnumerable<RedisValue> Write(TopicRecord record)
    {
        yield return Kind;
        yield return (int)record.Kind;
        yield return At;
        yield return record.At.ToUnixTimeMilliseconds();
        if (record.Subject is { } subject)
        {
            yield return Subject;
            yield return subject;
        }

        if (record.EventName is { } name)
        {
            yield return Event;
            yield return name;
        }

        yield return Payload;
        yield return record.Payload;
    }

    /// <summary>Returns the record; null if the entry is not a record.</summary>
    public TopicRecord? Read(string epoch, StreamEntry entry)
    {
        var id = (string)entry.Id!;
        var (record, reason) = Parse(StreamId.Parse(epoch, id), entry);
        if (reason is not null)
        {
            LeaveOut(id, reason);
        }

        return record;
    }

    private static (TopicRecord? Record, string? Reason) Parse(TopicPosition position, StreamEntry entry)
    {
        var (subject, name) = ((string?)entry[Subject], (string?)entry[Event]);
        var payload = (byte[]?)entry[Payload];
        if (!entry[Kind].TryParse(out int kind) || !Enum.IsDefined((TopicRecordKind)kind))
        {
            return (null, "its kind is not known");
        }

        if (!entry[At].TryParse(out long at)
            || at < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return (null, "it has no time");
        }

        if (!IsName(subject) || !IsName(name))
        {
            return (null, "its subject or event has a line break or a NUL, or more than 1,024 characters");
        }

        if (payload is null || (kind == (int)TopicRecordKind.Item && !IsLineOfJson(payload)))
        {
            return (null, "its payload is not one line of JSON");
        }

        return (new TopicRecord
        {
            Position = position,
            Kind = (TopicRecordKind)kind,
            Subject = subject,
            EventName = name,
            At = DateTimeOffset.FromUnixTimeMilliseconds(at),
            Payload = payload,
        }, null);
    }

    private static bool IsName(string? name) => name is null || (name.Length <= LongestName && !name.AsSpan().ContainsAny(NotInNames));

    // The payload goes to clients as it is.
    private static bool IsLineOfJson(byte[] payload)
    {
        if (payload.AsSpan().ContainsAny((byte)'\r', (byte)'\n') || !Utf8.IsValid(payload))
        {
            return false;
        }

        // The depth that a publisher may have configured does not matter here: a reader does not recurse, and keeps one bit for each level.
        var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = payload.Length + 1 });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void LeaveOut(string id, string reason)
    {
        // Every replay reads the entry again.
        if (_leftOut.Count >= MostRemembered)
        {
            _leftOut.Clear();
        }

        if (_leftOut.TryAdd(id, true))
        {
            skipped?.Add(1, new KeyValuePair<string, object?>("jero.topic", topic));
            LogLeftOut(id, topic, reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The entry {Id} in the stream of the topic '{Topic}' is skipped: {Reason}.")]
    private partial void LogLeftOut(string id, string topic, string reason);
}
