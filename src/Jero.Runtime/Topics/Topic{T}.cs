using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Jero.Generated;
using Jero.Sources;
using Jero.Streaming.Framing;
using Jero.Topics;
using Jero.Topics.Reading;
using Jero.Topics.Ring;

namespace Jero;

/// <summary>
/// Represents a log of events that any number of clients can listen to. A client that comes back gets exactly what it has missed. Register
/// a topic by <c>AddJeroTopic</c>; if there are several topics of one item, <c>[FromKeyedServices("name")]</c> selects one. Thread-safe.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class Topic<T> : ITopic, IDisposable
{
    [ThreadStatic]
    private static BatchBuffer? _buffer;

    private readonly TopicNode _node;
    private readonly TopicItem<T> _item;
    private readonly Func<TopicEntry, T> _read;
    private readonly TopicOptions<T> _options;

    internal Topic(TopicNode node, TopicItem<T> item, TopicOptions<T> options)
    {
        _node = node;
        _item = item;
        _read = entry => item.Read(entry.Json);
        _options = options;
    }

    /// <summary>Gets the name that the topic was registered under.</summary>
    public string Name => _node.Name;

    /// <summary>Gets the number of subscribers that this process has now: open streams and enumerations.</summary>
    public int Subscribers => _node.Subscribers;

    string? ITopic.Epoch => _node.Epoch;

    internal TopicNode Node => _node;

    /// <inheritdoc/>
    public TopicStatus GetStatus() => _node.GetStatus();

    /// <summary>
    /// Publishes an item. The task completes when the log has the item: at once in memory, otherwise when the store has acknowledged it. It
    /// never waits for a subscriber.
    /// </summary>
    /// <param name="item">The item. Do not change it afterwards, because readers in this process get the same object.</param>
    /// <param name="subject">
    /// The subject that the event is for: at most 1,024 characters, without a line break or a NUL. An event whose subject is null reaches
    /// only subscribers that named no subject.
    /// </param>
    /// <param name="eventName">
    /// The name of the event; null means <c>message</c>. The rules for a subject apply, and it must not be
    /// <see cref="TopicOptions{T}.GapEvent"/>.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for the store. The item may be stored all the same.</param>
    /// <returns>The id of the event.</returns>
    /// <exception cref="ArgumentException">
    /// The subject or the name is invalid, or the item's JSON is larger than <see cref="TopicOptions{T}.MaxItemBytes"/>.
    /// </exception>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    public ValueTask<string> PublishAsync(T item, string? subject = null, string? eventName = null, CancellationToken cancellationToken = default) =>
        PublishAsync(item, new TopicDraft(TopicRecordKind.Item, subject, eventName), cancellationToken);

    /// <summary>
    /// Publishes an item once, like <see cref="PublishAsync(T, string?, string?, CancellationToken)"/>, for a publisher that may have to
    /// publish again because an answer was lost.
    /// </summary>
    /// <param name="idempotencyKey">
    /// A key for the publication: 1 to 1,024 characters. While the log knows the key, nothing is published under it again.
    /// </param>
    /// <param name="item">The item.</param>
    /// <param name="subject">The subject that the event is for.</param>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>The id of the event, or of the event that was published under the key before.</returns>
    /// <exception cref="ArgumentException">The key, the subject or the name is invalid, or the item is too large.</exception>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    public ValueTask<string> PublishOnceAsync(
        string idempotencyKey, T item, string? subject = null, string? eventName = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        TopicNames.Check(idempotencyKey, nameof(idempotencyKey), "idempotency key");
        return PublishAsync(item, new TopicDraft(TopicRecordKind.Item, subject, eventName, idempotencyKey), cancellationToken);
    }

    /// <summary>Creates a response of server-sent events from <see cref="Subscribe"/>, with no other property set.</summary>
    /// <param name="after">The last id that the client has seen, its <c>Last-Event-ID</c>. See <see cref="Subscribe"/>.</param>
    /// <param name="subjects">The subjects to send. Null or empty sends every event.</param>
    /// <param name="where">A filter for the items. Null sends every item.</param>
    public SSEResponse<T> Stream(string? after = null, IEnumerable<string>? subjects = null, Func<T, bool>? where = null) =>
        new(Subscribe(after, subjects, where));

    /// <summary>
    /// Creates an NDJSON response from <see cref="Subscribe"/>. A subscriber that falls behind is cut short, because a line cannot say that
    /// others are missing.
    /// </summary>
    /// <param name="after">The last id that the client has seen. See <see cref="Subscribe"/>.</param>
    /// <param name="subjects">The subjects to send. Null or empty sends every event.</param>
    /// <param name="where">A filter for the items. Null sends every item.</param>
    public NDJSONStreamingResponse<T> StreamLines(string? after = null, IEnumerable<string>? subjects = null, Func<T, bool>? where = null) =>
        new(Subscribe(after, subjects, where));

    /// <summary>Describes what a client gets, for the constructor of a response. The subscription begins when the response does.</summary>
    /// <param name="after">
    /// The last id that the client has seen; the stream continues after it. If it is null, empty or not an id, the stream begins with the
    /// next event. If the events after the id are no longer kept, or the id is not one of this log, the gap event comes first, then the
    /// oldest event that is kept.
    /// </param>
    /// <param name="subjects">The subjects to send. Null or empty sends every event.</param>
    /// <param name="where">
    /// A filter for the items, both replayed and live. It is called separately for each stream; an exception ends only that stream.
    /// </param>
    public TopicSubscription<T> Subscribe(string? after = null, IEnumerable<string>? subjects = null, Func<T, bool>? where = null)
    {
        var request = Request(after, subjects, where);
        return new TopicSubscription<T>((isLines, first) =>
        {
            var subscriber = new FrameSubscriber(_node, request, isLines);
            if (first is { } greeting && !isLines)
            {
                subscriber.First = id => FirstFrame(greeting, id);
            }

            return StreamSource<ReadOnlyMemory<byte>>.Owning(subscriber, subscriber.Enter, isLines ? null : FrameSubscriber.Farewell);
        });
    }

    /// <summary>
    /// Ends the open streams, on every server, that named this subject, for instance at a sign-out or when a permission is withdrawn.
    /// Streams that asked for every event continue. A client that comes back is served again unless the app refuses it.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <exception cref="ArgumentException">The subject is invalid.</exception>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    public async ValueTask DisconnectAsync(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        TopicNames.Check(subject, nameof(subject), "subject");
        _node.Start();
        await _node.PublishAsync(new TopicDraft(TopicRecordKind.Disconnect, subject, null), default, null, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the events for a consumer within the process. The enumeration ends when it is cancelled, or when <see cref="DisconnectAsync"/>
    /// names one of the subjects.
    /// </summary>
    /// <param name="after">The last id that the consumer has handled. See <see cref="Subscribe"/>; a snapshot is not sent.</param>
    /// <param name="subjects">The subjects to read. Null or empty reads every event.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="TopicBehindException">
    /// Events are missing after <paramref name="after"/>, or after the last event that was read.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token has fired.</exception>
    public async IAsyncEnumerable<TopicEvent<T>> ReadAsync(
        string? after = null, IEnumerable<string>? subjects = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new TopicRequest { After = after, Subjects = Distinct(subjects) };
        await foreach (var entry in new EntrySubscriber(_node, request).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (TryRead(entry, out var item))
            {
                yield return new TopicEvent<T>(entry.Position.ToString(), entry.Subject, entry.EventName, entry.At, item);
            }
        }
    }

    async Task<string> ITopic.PublishJsonAsync(
        ReadOnlyMemory<byte> json, string? subject, string? eventName, CancellationToken cancellationToken) =>
        await PublishAsync(_item.Read(json.Span), subject, eventName, cancellationToken).ConfigureAwait(false);

    void IDisposable.Dispose() => _node.Dispose();

    private ValueTask<string> PublishAsync(T item, TopicDraft draft, CancellationToken cancellationToken)
    {
        TopicNames.Check(draft.Subject, "subject", "subject");
        TopicNames.CheckEventName(draft.EventName, "eventName", _node.Settings.GapEvent);
        cancellationToken.ThrowIfCancellationRequested();
        _node.Start();
        var buffer = Interlocked.Exchange(ref _buffer, null) ?? new BatchBuffer();
        try
        {
            _item.Write(buffer, item);
            var json = buffer.WrittenMemory;
            if (json.Length > _node.Settings.MaxItemBytes)
            {
                throw new ArgumentException($"The item's JSON has {json.Length} bytes, but MaxItemBytes is {_node.Settings.MaxItemBytes}.", nameof(item));
            }

            if (!TopicFrames.IsOneLine(json.Span))
            {
                throw new ArgumentException("The item's JSON contains a line break, which one of its converters writes. An item must be a single line.", nameof(item));
            }

            // The JSON is copied before the first wait.
            return _node.PublishAsync(draft, json, _options.Key is null ? null : entry => entry.Remember(item), cancellationToken);
        }
        finally
        {
            buffer.Release();
            _buffer = buffer;
        }
    }

    private TopicRequest Request(string? after, IEnumerable<string>? subjects, Func<T, bool>? where)
    {
        var chosen = Distinct(subjects);
        Func<TopicEntry, bool>? filter = where is null ? null : entry => TryRead(entry, out var item) && where(item);
        if (string.IsNullOrEmpty(after) && chosen is null && filter is null && _options.Snapshot is null)
        {
            return TopicRequest.Everything;
        }

        return new TopicRequest
        {
            After = string.IsNullOrEmpty(after) ? null : after,
            Subjects = chosen,
            Where = filter,
            Snapshot = _options.Snapshot is null ? null : position => SnapshotAsync(chosen, position),
        };
    }

    /// <summary>
    /// Reads the item. Returns false if its JSON is not an item because another schema or another program has written it; the entry is then
    /// skipped.
    /// </summary>
    private bool TryRead(TopicEntry entry, [MaybeNullWhen(false)] out T item)
    {
        item = default;
        if (entry.IsUnreadable)
        {
            return false;
        }

        try
        {
            item = entry.Item(_read);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // Several streams may find it at once; the topic logs it once.
            if (entry.TryMarkUnreadable())
            {
                _node.Metrics.Skipped();
                TopicLogs.Skipped(_node.Logger, Name, entry.Position, exception.Message);
            }

            return false;
        }
    }

    private async IAsyncEnumerable<TopicEntry> SnapshotAsync(
        string[]? subjects, TopicPosition position, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var id = position.ToString();
        var at = _node.Time.GetUtcNow();
        await foreach (var item in _options.Snapshot!(subjects ?? [], cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            byte[] json;
            using (var buffer = new BatchBuffer())
            {
                _item.Write(buffer, item);
                json = buffer.WrittenMemory.ToArray();
            }

            var entry = TopicEntries.Make(position, new TopicDraft(TopicRecordKind.Item, null, null), at, json, id);
            entry.Remember(item);
            yield return entry;
        }
    }

    private static string[]? Distinct(IEnumerable<string>? subjects)
    {
        string[] chosen = [.. (subjects ?? []).Distinct(StringComparer.Ordinal)];
        if (Array.Exists(chosen, static subject => subject is null))
        {
            throw new ArgumentException("A subject must not be null.", nameof(subjects));
        }

        return chosen.Length == 0 ? null : chosen;
    }

    private static byte[] FirstFrame(ServerSentEvent<string> first, string id)
    {
        using var buffer = new BatchBuffer();
        default(EventFraming<string, TextEventData>).Write(buffer, first with { Id = first.Id ?? id });
        return buffer.WrittenMemory.ToArray();
    }
}
