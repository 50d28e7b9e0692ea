using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Notifications.Feeds;

namespace Notifications.Stores;

/// <summary>
/// Reads what lies in a store that others can write to as well. A record that is none of this feed is left out, logged and counted once in
/// this process (<see cref="SkippedMetric"/>), and stops nobody.
/// </summary>
public sealed partial class StoredRecords
{
    /// <summary>The meter of this sample.</summary>
    public const string Meter = "Notifications";

    /// <summary>The counter of the records that were left out.</summary>
    public const string SkippedMetric = "notifications.records.skipped";

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<FeedId, bool> _skipped = new();
    private readonly JsonTypeInfo<Notification> _notification;
    private readonly Counter<long> _count;
    private readonly ILogger<StoredRecords> _logger;

    public StoredRecords(IOptions<JsonOptions> json, IMeterFactory meters, ILogger<StoredRecords> logger)
    {
        _notification = (JsonTypeInfo<Notification>)json.Value.SerializerOptions.GetTypeInfo(typeof(Notification));
        _count = meters.Create(Meter).CreateCounter<long>(SkippedMetric, "{record}", "Records of the store that are no notifications and were left out.");
        _logger = logger;
    }

    /// <summary>The event of a record, or null for one that is left out.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="topic">Its topic, if it has one.</param>
    /// <param name="kind">The name of its event, if it has one.</param>
    /// <param name="json">The notification, if it has one.</param>
    public FeedEvent? Read(FeedId id, string? topic, string? kind, byte[]? json)
    {
        if (Refuse(topic, kind, json) is not { } reason) return new FeedEvent(id, topic!, kind!, json);
        Skip(id, reason);
        return null;
    }

    // It goes to clients as it is, so all of it has to be right and not only what is needed here.
    private string? Refuse(string? topic, string? kind, byte[]? json)
    {
        if (string.IsNullOrEmpty(topic)) return "it has no topic";
        if (string.IsNullOrEmpty(kind)) return "it has no kind";
        if (json is not { Length: > 0 }) return "it has no JSON";
        if (!Utf8.IsValid(json)) return "its JSON is not UTF-8";
        if (kind == FeedEvent.SignedOut) return json.AsSpan().SequenceEqual("null"u8) ? null : "the end of a sign-in says nothing else";
        Notification? notification;
        try
        {
            notification = JsonSerializer.Deserialize(json, _notification);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return exception.Message;
        }

        if (notification is not { From: not null }) return "its JSON is no notification";
        if (notification.Topic != topic) return "its JSON has another topic";
        if (notification.Content?.Kind != kind) return "its JSON is of another kind";
        return DraftRules.ErrorsOf(new Draft(topic, notification.Content)) is { Count: > 0 } errors
            ? string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}"))
            : null;
    }

    private void Skip(FeedId id, string reason)
    {
        // Every replay meets it again.
        if (_skipped.Count >= MostRemembered) _skipped.Clear();
        if (!_skipped.TryAdd(id, true)) return;
        _count.Add(1);
        LogSkipped(id, reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record {Id} of the store is left out: {Reason}")]
    private partial void LogSkipped(FeedId id, string reason);
}
