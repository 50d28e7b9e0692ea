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
/// A log of events that any number of clients listen to, and that tells one which comes back exactly what it has missed. Registered by
/// <c>AddJeroTopic</c>; two topics of one item are told apart by <c>[FromKeyedServices("name")]</c>. Thread-safe.
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

    /// <summary>The name under which it was registered.</summary>
    public string Name => _node.Name;

    /// <summary>How many subscribers this process has at this moment: streams that are open, and enumerations.</summary>
    public int Subscribers => _node.Subscribers;

    string? ITopic.Epoch => _node.Epoch;

    internal TopicNode Node => _node;

    /// <inheritdoc/>
    public TopicStatus GetStatus() => _node.GetStatus();

    /// <summary>
    /// Publishes an item. Returns when the log has it: in memory at once, else when the store has acknowledged it. Never waits for a subscriber.
    /// </summary>
    /// <param name="item">The item. It must not change afterwards: those who read items in this process get the same one.</param>
    /// <param name="subject">Whom it is for; null is for those who asked for no subject. At most 1,024 characters, no line break and no NUL.</param>
    /// <param name="eventName">The event's name; null is <c>message</c>. As the subject, and not <see cref="TopicOptions{T}.GapEvent"/>.</param>
    /// <param name="cancellationToken">Gives up waiting for the store; the item may be stored all the same.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="ArgumentException">The subject or the name cannot be one, or the item's JSON is larger than <see cref="TopicOptions{T}.MaxItemBytes"/>.</exception>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    public ValueTask<string> PublishAsync(T item, string? subject = null, string? eventName = null, CancellationToken cancellationToken = default) =>
        PublishAsync(item, new TopicDraft(TopicRecordKind.Item, subject, eventName), cancellationToken);

    /// <summary>As <see cref="PublishAsync(T, string?, string?, CancellationToken)"/>, for a publisher that may publish again since an answer was lost.</summary>
    /// <param name="idempotencyKey">Names the publication: while the log knows it, nothing is published a second time. 1 to 1,024 characters.</param>
    /// <param name="item">The item.</param>
    /// <param name="subject">Whom it is for.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="cancellationToken">Gives up waiting for the store.</param>
    /// <returns>The id of the event, or of the one that was published under the key before.</returns>
    /// <exception cref="ArgumentException">The key, the subject or the name cannot be one, or the item is too large.</exception>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    public ValueTask<string> PublishOnceAsync(
        string idempotencyKey, T item, string? subject = null, string? eventName = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        TopicNames.Check(idempotencyKey, nameof(idempotencyKey), "idempotency key");
        return PublishAsync(item, new TopicDraft(TopicRecordKind.Item, subject, eventName, idempotencyKey), cancellationToken);
    }

    /// <summary>A stream of server-sent events, as <see cref="Subscribe"/> with nothing set.</summary>
    /// <param name="after">The last id that the client has seen, its <c>Last-Event-ID</c>. See <see cref="Subscribe"/>.</param>
    /// <param name="subjects">Only these; null or empty is every event.</param>
    /// <param name="where">Only these items.</param>
    public SSEResponse<T> Stream(string? after = null, IEnumerable<string>? subjects = null, Func<T, bool>? where = null) =>
        new(Subscribe(after, subjects, where));

    /// <summary>A stream of NDJSON. A subscriber that falls behind is cut short, since a line cannot say that others are missing.</summary>
    /// <param name="after">The last id that the client has seen. See <see cref="Subscribe"/>.</param>
    /// <param name="subjects">Only these; null or empty is every event.</param>
    /// <param name="where">Only these items.</param>
    public NDJSONStreamingResponse<T> StreamLines(string? after = null, IEnumerable<string>? subjects = null, Func<T, bool>? where = null) =>
        new(Subscribe(after, subjects, where));

    /// <summary>What a client is to get, for the constructor of a response. It begins when the response does.</summary>
    /// <param name="after">
    /// The last id that the client has seen: the stream goes on behind it. Null, empty and what is no id begin with the next event. Where
    /// what follows the id is not kept any more, or the id is not one of this log, the gap event comes first, then the oldest that is kept.
    /// </param>
    /// <param name="subjects">Only the events of these subjects; null or empty is every event.</param>
    /// <param name="where">Only these items, replayed as live. What it throws ends that stream alone. Called for each stream by itself.</param>
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
    /// Ends the streams that are open now, on every node, and that asked for this subject: at a sign-out, or when a permission is lost.
    /// Those that asked for every event go on, and a client that comes back is served again unless the app refuses it.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <exception cref="ArgumentException">It cannot be one.</exception>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    public async ValueTask DisconnectAsync(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        TopicNames.Check(subject, nameof(subject), "subject");
        _node.Start();
        await _node.PublishAsync(new TopicDraft(TopicRecordKind.Disconnect, subject, null), default, null, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>The events, for a consumer within the process. Ends by cancellation, or when <see cref="DisconnectAsync"/> names one of the subjects.</summary>
    /// <param name="after">The last id that was handled. See <see cref="Subscribe"/>; a snapshot is not sent.</param>
    /// <param name="subjects">Only these; null or empty is every event.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="TopicBehindException">Events are missing: those behind <paramref name="after"/>, or behind the last that was read.</exception>
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

    async Task<string> ITopic.PublishJsonAsync(ReadOnlyMemory<byte> json, string? subject, string? eventName, CancellationToken cancellationToken) =>
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
                throw new ArgumentException($"The item's JSON has {json.Length} bytes, more than the {_node.Settings.MaxItemBytes} of MaxItemBytes.", nameof(item));
            }

            if (!TopicFrames.IsOneLine(json.Span))
            {
                throw new ArgumentException("The item's JSON has a line break between its tokens: one of its converters writes one.", nameof(item));
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

    /// <summary>The item; false where the JSON is none, since another schema or another program has written it: it is skipped.</summary>
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
            // Several streams may find out at once; it is said once.
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
