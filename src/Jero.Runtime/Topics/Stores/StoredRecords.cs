using System.Text.Json;
using Jero.Topics.Ring;

namespace Jero.Topics.Stores;

/// <summary>Creates entries from what a store has, which anybody may have written.</summary>
internal static class StoredRecords
{
    /// <summary>Returns the entry; null if the record is not an event of the topic, which is logged and counted.</summary>
    public static TopicEntry? Read(TopicNode node, TopicRecord record)
    {
        if (record.Kind is not (TopicRecordKind.Item or TopicRecordKind.Disconnect))
        {
            return Skip(node, record, $"it is of the unknown kind {(int)record.Kind}");
        }

        if (TopicNames.FaultOf(record.Subject) is { } subject)
        {
            return Skip(node, record, $"its subject {subject}");
        }

        if (TopicNames.FaultOf(record.EventName) is { } name)
        {
            return Skip(node, record, $"its event name {name}");
        }

        var json = record.Payload.Span;
        if (record.Kind == TopicRecordKind.Item && !IsJson(json))
        {
            return Skip(node, record, "its payload is not JSON on one line");
        }

        var draft = new TopicDraft(record.Kind, record.Subject, record.EventName);
        return TopicEntries.Make(record.Position, draft, record.At, json, record.Position.ToString());
    }

    public static TopicEntry? Skip(TopicNode node, TopicRecord record, string reason)
    {
        node.Metrics.Skipped();
        TopicLogs.Skipped(node.Logger, node.Name, record.Position, reason);
        return null;
    }

    private static bool IsJson(ReadOnlySpan<byte> json)
    {
        if (!TopicFrames.IsOneLine(json))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                // The reader checks what it is given.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
