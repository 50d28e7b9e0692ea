using Jero.Testing.Tracking;

namespace Jero.Testing.Client;

/// <summary>Follows one open stream on both sides. One reader at a time.</summary>
internal sealed class StreamSession(
    StreamApp app, HttpRequestMessage request, ClientConnection connection, Task<ServerStream> server, bool readsChunks) : IDisposable
{
    // The clock does not follow for ever a source that only arms its timer again.
    private const int MostAdvances = 1000;

    // Real time: how long to wait until a source is waited for, and how long a flush must wait to count as blocked.
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BlockedTime = TimeSpan.FromSeconds(0.5);

    private readonly List<string> _came = [];
    private readonly CancellationTokenSource _left = new();
    private Task<HttpResponseMessage>? _response;
    private BodyLines? _body;
    private IAsyncEnumerator<RawItem>? _items;
    private Task<bool>? _move;
    private RawItem? _peeked;
    private TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => $"{Method} {Path}";

    public string Path => request.RequestUri!.AbsolutePath;

    public string Method => request.Method.Method;

    public ClientConnection Connection => connection;

    /// <summary>The response, once its headers have come.</summary>
    public HttpResponseMessage? Response => _response is { IsCompletedSuccessfully: true } ? _response.Result : null;

    public string? MediaType => Response?.Content.Headers.ContentType?.MediaType;

    public bool IsEvents => ItemReader.IsEvents(MediaType);

    /// <summary>The number of items that have been read.</summary>
    public int Items => _came.Count;

    public long Bytes => _body?.Handed ?? 0;

    /// <summary>The number of keepalives since the last item.</summary>
    public int KeepAlives { get; set; }

    /// <summary>Whether the body has ended.</summary>
    public bool IsOver { get; private set; }

    private ServerStream? Known => server.IsCompletedSuccessfully ? server.Result : null;

    /// <summary>Sends the request, and waits until it is answered or the stream waits for its source.</summary>
    public async Task OpenAsync()
    {
        const string Call = "OpenAsync";
        _response = connection.SendAsync(request, _left.Token);
        await WaitAsync(Call, () => _response.IsCompleted || IsBeforeItsFirstItem()).ConfigureAwait(false);
        if (_response.IsCompleted)
        {
            await BeginAsync(Call).ConfigureAwait(false);
            await SettledAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads the next item. It is null at the clean end of the stream.</summary>
    /// <exception cref="StreamTestException">The item did not come, or the stream broke off.</exception>
    public async Task<RawItem?> NextAsync(string call, string wanted)
    {
        if (_peeked is null)
        {
            var move = await BeginMoveAsync(call).ConfigureAwait(false);
            await WaitAsync(call, () => move.IsCompleted, wanted).ConfigureAwait(false);
            await TakeMoveAsync(call, wanted).ConfigureAwait(false);
        }

        if (_peeked is { } item)
        {
            _peeked = null;
            KeepAlives = 0;
            _came.Add(item.ToString());
            return item;
        }

        return null;
    }

    /// <summary>Begins to read the next item. Returns when it or the end has come, or when <paramref name="condition"/> holds.</summary>
    /// <returns>The item, which is not taken; null if there is none.</returns>
    public async Task<RawItem?> PeekAsync(string call, Func<bool> condition, string wanted)
    {
        if (_peeked is null)
        {
            var move = await BeginMoveAsync(call).ConfigureAwait(false);
            await WaitAsync(call, () => move.IsCompleted || condition(), wanted, advances: false).ConfigureAwait(false);
            if (move.IsCompleted)
            {
                await TakeMoveAsync(call, wanted).ConfigureAwait(false);
            }
        }

        return _peeked;
    }

    /// <summary>
    /// Waits until the server has counted what the client has read and waits for its source again, unless the source is fast or blocks its
    /// thread. A clock that is moved after this finds the timers armed.
    /// </summary>
    public async Task SettledAsync()
    {
        if (Known is not { IsObserved: true } stream)
        {
            return;
        }

        await stream.WaitAsync(() => stream.Bytes >= Bytes || stream.IsOver, app.LimitTask()).ConfigureAwait(false);
        using var settled = new CancellationTokenSource();
        await stream.WaitAsync(() => HasSettled(stream), Task.Delay(SettleLimit, settled.Token)).ConfigureAwait(false);
        await settled.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Waits until the stream waits for its source, the client has read everything that was sent, and nothing more is about to happen.
    /// </summary>
    public async Task IdleAsync(string call)
    {
        const string Wanted = "the stream to wait for its source";
        await PeekAsync(call, IsQuiet, Wanted).ConfigureAwait(false);
        while (_peeked is null && !IsOver)
        {
            var changed = Known?.Changed ?? server;
            await ThreadPoolWork.DrainAsync().ConfigureAwait(false);
            await PeekAsync(call, IsQuiet, Wanted).ConfigureAwait(false);
            if (!changed.IsCompleted || Known is not { IsObserved: true })
            {
                return;
            }
        }
    }

    /// <summary>Waits until a flush waits for the client, and not only until the kernel has enlarged its buffers.</summary>
    public async Task BlockedAsync(string call)
    {
        const string Wanted = "a flush that waits for the client";
        Task changed;
        do
        {
            await WaitAsync(call, () => Known?.Place == StreamPlace.WaitsForClient, Wanted).ConfigureAwait(false);
            changed = server.Result.Changed;
            await Task.WhenAny(changed, Task.Delay(BlockedTime)).ConfigureAwait(false);
        }
        while (changed.IsCompleted || server.Result.Place != StreamPlace.WaitsForClient);
    }

    /// <summary>Returns the text of a failure: what came, and what the source is doing.</summary>
    public string Describe(string sentence) => string.Join('\n', [sentence, Messages.Came(_came), .. Answer.Standing(Known, Bytes, app)]);

    public async Task<ServerStream?> ServerAsync()
    {
        await Task.WhenAny(server, app.LimitTask()).ConfigureAwait(false);
        return Known;
    }

    public void Leave()
    {
        if (!_left.IsCancellationRequested)
        {
            _left.Cancel();
            connection.Leave(Response);
        }
    }

    public void Dispose()
    {
        Leave();
        connection.Dispose();
        request.Dispose();
    }

    /// <summary>Waits for <paramref name="condition"/>, which changes with the client's read or with the server.</summary>
    private async Task WaitAsync(string call, Func<bool> condition, string wanted = "an answer", bool advances = true)
    {
        if (condition())
        {
            return;
        }

        var limit = app.LimitTask();
        for (var advanced = 0; ;)
        {
            var read = _read.Task;
            var changed = Known?.Changed ?? server;
            if (condition())
            {
                return;
            }

            if (limit.IsCompleted)
            {
                throw new StreamTimeoutException(
                    Describe($"{call} of {Name} has waited {Messages.Duration(app.Options.Limit)} for {wanted}."));
            }

            var answered = _response is { IsCompleted: false } response ? response : limit;
            var progress = Task.WhenAny(changed, read, _move ?? limit, answered, limit);
            if (advances && advanced < MostAdvances && Advance())
            {
                advanced++;

                // A timer that fires repeatedly, or one of a producer, does not show whether an item comes of it. Each wait for that is
                // shorter than the last, because a source may tick a thousand times without an item.
                await ThreadPoolWork.DrainAsync().ConfigureAwait(false);
                await Task.WhenAny(progress, Task.Delay(Math.Max(1, 100 / advanced))).ConfigureAwait(false);
                continue;
            }

            await progress.ConfigureAwait(false);
        }
    }

    private bool IsBeforeItsFirstItem() => Known is { Place: StreamPlace.WaitsForSource, HasBegun: false };

    /// <summary>Whether the client has made use of everything that was sent. An answer that has begun is on its way.</summary>
    private bool HasReadAll(ServerStream stream) =>
        _body is null ? !stream.HasBegun : Bytes >= stream.Bytes && (_body.Waits || _move is null);

    private bool HasSettled(ServerStream stream) =>
        stream.IsOver || stream.Place is StreamPlace.WaitsForSource or StreamPlace.WaitsForClient || stream.Bytes > Bytes;

    // What the client has read may not be counted yet. For an endpoint that is not Jero's, nobody knows what its source does.
    private bool IsQuiet() =>
        Known is { } stream && (!stream.IsObserved || (Bytes == stream.Bytes && stream.Place == StreamPlace.WaitsForSource));

    private async Task<Task<bool>> BeginMoveAsync(string call)
    {
        if (_items is null)
        {
            await WaitAsync(call, () => _response!.IsCompleted).ConfigureAwait(false);
            await BeginAsync(call).ConfigureAwait(false);
        }

        return IsOver ? Task.FromResult(false) : _move ??= _items!.MoveNextAsync().AsTask();
    }

    private async Task TakeMoveAsync(string call, string wanted)
    {
        if (IsOver)
        {
            return;
        }

        var move = _move!;
        _move = null;
        try
        {
            if (await move.ConfigureAwait(false))
            {
                _peeked = _items!.Current;
                return;
            }

            IsOver = true;
        }
        catch (Exception exception) when (ClientConnection.IsFault(exception))
        {
            IsOver = true;
            throw await BrokenOffAsync(call, wanted, exception).ConfigureAwait(false);
        }
    }

    private async Task<StreamTruncatedException> BrokenOffAsync(string call, string wanted, Exception exception)
    {
        // The server knows why, once the stream has ended.
        var stream = await ServerAsync().ConfigureAwait(false);
        if (stream is not null)
        {
            await stream.WaitAsync(() => stream.EndedAt is not null, app.LimitTask()).ConfigureAwait(false);
        }

        var why = stream?.Fault is { } fault
            ? $"{stream.Source ?? "its handler"} threw {fault.GetType().Name}: {fault.Message}"
            : stream?.Standing() ?? exception.Message;
        return new StreamTruncatedException(
            $"{call}: {Name} was broken off after {Messages.Items(Items)}, while {wanted} was awaited: {why}\n{Messages.Came(_came)}",
            stream?.Fault ?? exception);
    }

    /// <summary>Moves the clock to the next timer of the source, if that is all that the stream waits for.</summary>
    private bool Advance()
    {
        // The timer first: once its call of the source is waited for, what was sent before is counted.
        if (app.Options is not { Time: { } time, AdvancesTime: true }
            || Known is not { } stream
            || app.Clock.NextOf(stream) is not { } timer
            || stream.Place != StreamPlace.WaitsForSource
            || !HasReadAll(stream))
        {
            return false;
        }

        var left = timer.Due - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        time.Advance(left);
        return true;
    }

    /// <summary>Checks the answer and begins to read.</summary>
    private async Task BeginAsync(string call)
    {
        HttpResponseMessage response;
        try
        {
            response = await _response!.ConfigureAwait(false);
        }
        catch (Exception exception) when (ClientConnection.IsFault(exception) || exception == Known?.Fault)
        {
            var fault = Known?.Fault ?? exception;
            throw new StreamTestException($"{call}: {Name} was not answered: {fault.Message}", fault);
        }

        if (await Answer.RefusedAsync(call, Name, response, readsChunks, app, Known?.Fault).ConfigureAwait(false) is { } refused)
        {
            throw refused;
        }

        _body = new BodyLines(
            connection.Pace(await response.Content.ReadAsStreamAsync().ConfigureAwait(false)), splits: !readsChunks, HasCommented, HasRead);
        var items = readsChunks ? ItemReader.ChunksAsync(_body, _left.Token)
            : IsEvents ? ItemReader.EventsAsync(_body, _left.Token)
            : ItemReader.LinesAsync(_body, MediaType, _left.Token);
        _items = items.GetAsyncEnumerator(_left.Token);
    }

    private void HasCommented()
    {
        KeepAlives++;
        HasRead();
    }

    /// <summary>Wakes what waits for the client's read.</summary>
    private void HasRead()
    {
        var read = _read;
        _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        read.SetResult();
    }
}
