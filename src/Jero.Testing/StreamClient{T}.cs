using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Testing.Client;

namespace Jero.Testing;

/// <summary>
/// Reads a stream as a client, on its own connection. It reads only what the test asks for. Every wait has the limit
/// <see cref="StreamAppOptions.Limit"/>. Not thread-safe: make one call at a time.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class StreamClient<T> : IAsyncDisposable
{
    private readonly StreamApp _app;
    private readonly StreamSession _session;
    private readonly string _path;
    private readonly Action<HttpRequestMessage>? _request;
    private JsonTypeInfo<T>? _typeInfo;

    internal StreamClient(StreamApp app, StreamSession session, string path, string? lastEventId, Action<HttpRequestMessage>? request)
    {
        (_app, _session, _path, _request) = (app, session, path, request);
        LastEventId = lastEventId;
    }

    /// <summary>Gets the response, for its status and headers. Its body belongs to the stream.</summary>
    /// <exception cref="InvalidOperationException">
    /// The response has not begun. Its headers come with the first item, so take that first.
    /// </exception>
    public HttpResponseMessage Response => _session.Response
        ?? throw new InvalidOperationException(
            $"{_session.Name}: the response has not begun. Its headers come with the first item, so take that first.");

    /// <summary>Gets the id of the last event that was taken, or the id that the stream was opened with.</summary>
    public string? LastEventId { get; private set; }

    /// <summary>Reads a number of items.</summary>
    /// <param name="count">How many items to read.</param>
    /// <returns>The items, in their order.</returns>
    /// <exception cref="StreamTimeoutException">The items did not come in time.</exception>
    /// <exception cref="StreamTruncatedException">The stream ended or broke off before.</exception>
    /// <exception cref="StreamTestException">An item does not fit its schema or <typeparamref name="T"/>.</exception>
    public async Task<IReadOnlyList<StreamItem<T>>> TakeAsync(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var call = $"TakeAsync({count})";
        var items = new List<StreamItem<T>>(count);
        while (items.Count < count)
        {
            var item = await ReadAsync(call, $"item {items.Count + 1} of {count}", items).ConfigureAwait(false);
            items.Add(item ?? throw Ended(call, $"{items.Count} of {count} items", items));
        }

        await _session.SettledAsync().ConfigureAwait(false);
        return items;
    }

    /// <summary>Reads items up to and including the first one that <paramref name="predicate"/> accepts.</summary>
    /// <param name="predicate">Returns true for the last item to read.</param>
    /// <returns>The items, in their order.</returns>
    /// <exception cref="StreamTimeoutException">No such item came in time.</exception>
    /// <exception cref="StreamTruncatedException">The stream ended or broke off before.</exception>
    /// <exception cref="StreamTestException">An item does not fit its schema or <typeparamref name="T"/>.</exception>
    public async Task<IReadOnlyList<StreamItem<T>>> TakeUntilAsync(Func<StreamItem<T>, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        const string Call = "TakeUntilAsync";
        var items = new List<StreamItem<T>>();
        do
        {
            var item = await ReadAsync(Call, "the item that fits", items).ConfigureAwait(false);
            items.Add(item ?? throw Ended(Call, $"{Messages.Items(items.Count)}, none of which fits", items));
        }
        while (!predicate(items[^1]));
        await _session.SettledAsync().ConfigureAwait(false);
        return items;
    }

    /// <summary>Reads every item up to the end of the stream. <see cref="EndAsync"/> says how it ended.</summary>
    /// <returns>The items, in their order.</returns>
    /// <exception cref="StreamTimeoutException">An item or the end did not come in time.</exception>
    /// <exception cref="StreamTruncatedException">The stream broke off.</exception>
    /// <exception cref="StreamTestException">An item does not fit its schema or <typeparamref name="T"/>.</exception>
    public async Task<IReadOnlyList<StreamItem<T>>> ReadToEndAsync()
    {
        var items = new List<StreamItem<T>>();
        while (await ReadAsync("ReadToEndAsync", "the next item or the end", items).ConfigureAwait(false) is { } item)
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>
    /// Leaves like a client that closes its connection: with a FIN, or over HTTP/2 with a reset of the stream. Waits until the source is
    /// disposed and the request has ended.
    /// </summary>
    /// <returns>How the stream ended on the server.</returns>
    /// <exception cref="StreamTimeoutException">The stream did not end in time. The message says what was awaited.</exception>
    public Task<StreamEnd> DropAsync() => LeaveAsync("DropAsync", _session.Leave);

    /// <summary>Leaves with an RST, like a client that crashes, and waits like <see cref="DropAsync"/>.</summary>
    /// <returns>How the stream ended on the server.</returns>
    /// <exception cref="StreamTimeoutException">The stream did not end in time. The message says what was awaited.</exception>
    /// <exception cref="NotSupportedException">The app runs in process, where there is no connection.</exception>
    public Task<StreamEnd> ResetAsync()
    {
        RequireSocket(nameof(ResetAsync));
        return LeaveAsync("ResetAsync", _session.Connection.Reset);
    }

    /// <summary>
    /// Closes only the sending side of the connection (a half-close), which Kestrel takes for a client that leaves, and waits like
    /// <see cref="DropAsync"/>.
    /// </summary>
    /// <returns>How the stream ended on the server.</returns>
    /// <exception cref="StreamTimeoutException">The stream did not end in time. The message says what was awaited.</exception>
    /// <exception cref="NotSupportedException">The app runs in process, where there is no connection.</exception>
    public Task<StreamEnd> FinishSendingAsync()
    {
        RequireSocket(nameof(FinishSendingAsync));
        return LeaveAsync("FinishSendingAsync", _session.Connection.FinishSending);
    }

    /// <summary>Waits until the stream has ended by itself, without leaving it.</summary>
    /// <returns>How the stream ended on the server.</returns>
    /// <exception cref="StreamTimeoutException">The stream did not end in time. The message says what was awaited.</exception>
    public Task<StreamEnd> EndAsync() => LeaveAsync("EndAsync", static () => { });

    /// <summary>Reads slowly from now on, by the app's clock. If the test owns the clock, it reads as the test moves the clock.</summary>
    /// <param name="bytesPerSecond">How many bytes to read each second, at least 1.</param>
    public void ReadSlowly(int bytesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesPerSecond, 1);
        _session.Connection.ReadSlowly(bytesPerSecond);
    }

    /// <summary>
    /// Stops reading from the connection, which stays open. The server notices once the buffers in between are full: see
    /// <see cref="UntilBlockedAsync"/>.
    /// </summary>
    public Task StallAsync()
    {
        _session.Connection.Stall();
        return Task.CompletedTask;
    }

    /// <summary>Waits until a flush of the server waits for this client, and keeps waiting.</summary>
    /// <exception cref="StreamTimeoutException">No flush did in time, or the endpoint is not Jero's.</exception>
    public Task UntilBlockedAsync() => _session.BlockedAsync("UntilBlockedAsync");

    /// <summary>Leaves like <see cref="DropAsync"/>, and opens the same stream again with the last id that was seen.</summary>
    /// <returns>The new stream.</returns>
    /// <exception cref="StreamTestException">The old stream did not end in time, or the new one was not answered with a stream.</exception>
    public async Task<StreamClient<T>> ReconnectAsync()
    {
        await LeaveAsync("ReconnectAsync", _session.Leave).ConfigureAwait(false);
        return await _app.OpenAsync<T>(_path, LastEventId, _request).ConfigureAwait(false);
    }

    /// <summary>
    /// Waits for a keepalive: the comment of an event stream. Move the clock before. Each keepalive counts once, and those before the last
    /// item that was taken do not count.
    /// </summary>
    /// <exception cref="StreamTestException">An item came instead, the stream ended, or nothing came in time.</exception>
    public async Task ExpectKeepAliveAsync()
    {
        const string Call = "ExpectKeepAliveAsync";
        const string Wanted = "a keepalive, which comes by the app's clock: app.Time.Advance moves it";
        var item = await _session.PeekAsync(Call, () => _session.KeepAlives > 0, Wanted).ConfigureAwait(false);
        if (_session.KeepAlives > 0)
        {
            _session.KeepAlives--;
            // A clock that is moved after this finds the timer of the next one armed.
            await _session.IdleAsync(Call).ConfigureAwait(false);
            return;
        }

        throw new StreamTestException(_session.Describe(item is null
            ? $"{Call}: {_session.Name} ended before a keepalive."
            : $"{Call}: an item of {_session.Name} came in place of a keepalive:\n  {Messages.Short(item.ToString())}"));
    }

    /// <summary>
    /// Moves the clock and checks that no item comes: the stream waits for its source, and everything that it has sent has been read.
    /// Keepalives may come. No real time passes, so the check does not notice a source that waits by another clock than the app's.
    /// </summary>
    /// <param name="during">How far to move the clock. The default is not at all.</param>
    /// <exception cref="StreamTestException">An item came, or the stream ended.</exception>
    public async Task ExpectNothingAsync(TimeSpan during = default)
    {
        const string Call = "ExpectNothingAsync";
        if (during > TimeSpan.Zero)
        {
            await _session.IdleAsync(Call).ConfigureAwait(false);
            _app.Time.Advance(during);
        }

        await _session.IdleAsync(Call).ConfigureAwait(false);
        if (await _session.PeekAsync(Call, static () => true, "nothing").ConfigureAwait(false) is { } item)
        {
            throw new StreamTestException(
                _session.Describe($"{Call}: an item of {_session.Name} came:\n  {Messages.Short(item.ToString())}"));
        }

        if (_session.IsOver)
        {
            throw new StreamTestException(_session.Describe($"{Call}: {_session.Name} ended."));
        }
    }

    /// <summary>Leaves the stream and waits for nothing. The app waits for all of its streams when it is disposed.</summary>
    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<StreamItem<T>?> ReadAsync(string call, string wanted, List<StreamItem<T>> before)
    {
        try
        {
            if (await _session.NextAsync(call, wanted).ConfigureAwait(false) is not { } raw)
            {
                return null;
            }

            Check(raw);
            LastEventId = raw.Id ?? LastEventId;
            return new(raw.Id, raw.Event, ValueOf(raw));
        }
        catch (StreamTruncatedException exception)
        {
            throw new StreamTruncatedException(exception.Message, exception.InnerException) { Items = [.. before.Cast<object>()] };
        }
    }

    private void Check(RawItem raw)
    {
        if (raw.Bytes is null
            && _session.MediaType is { } type
            && _app.Schemas?.Of(_session.Method, _session.Path, type) is { } schema
            && schema.FaultsOf(raw, _session.IsEvents) is { } faults)
        {
            throw new StreamTestException(
                $"Item {_session.Items} of {_session.Name} does not fit its schema in the app's document:\n" +
                $"  {faults.ReplaceLineEndings("\n  ")}\nThe item:\n  {Messages.Short(raw.ToString())}");
        }
    }

    private T ValueOf(RawItem raw)
    {
        if ((object?)raw.Bytes is T bytes)
        {
            return bytes;
        }

        if (_session.IsEvents && raw.Text is T text)
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize(raw.Text, _typeInfo ??= _app.TypeInfo<T>(_session.Name))!;
        }
        catch (JsonException exception)
        {
            throw new StreamTestException(
                $"Item {_session.Items} of {_session.Name} is not a {typeof(T).Name}: {exception.Message}\n" +
                $"The item:\n  {Messages.Short(raw.ToString())}",
                exception);
        }
    }

    private StreamTruncatedException Ended(string call, string came, List<StreamItem<T>> before) =>
        new(_session.Describe($"{call}: {_session.Name} ended after {came}.")) { Items = [.. before.Cast<object>()] };

    private async Task<StreamEnd> LeaveAsync(string call, Action leave)
    {
        leave();
        if (await _session.ServerAsync().ConfigureAwait(false) is not { } server)
        {
            throw new StreamTimeoutException(_session.Describe($"{call}: {_session.Name} has not reached the app."));
        }

        if (!await server.WaitAsync(() => server.IsOver, _app.LimitTask()).ConfigureAwait(false))
        {
            throw new StreamTimeoutException(_session.Describe(
                $"{call}: {_session.Name} has not ended within {Messages.Duration(_app.Options.Limit)}. " +
                $"Still awaited: {server.Awaited()}."));
        }

        return new StreamEnd(
            server.Reason,
            server.IsObserved ? server.Items : _session.Items,
            server.IsObserved ? server.Bytes : _session.Bytes,
            server.EndedAt!.Value - server.StartedAt,
            server.Fault);
    }

    private void RequireSocket(string member)
    {
        if (!_session.Connection.HasSocket)
        {
            throw new NotSupportedException($"{member} needs a connection, which StreamHost.InProcess does not have. Use StreamHost.Kestrel.");
        }
    }
}
