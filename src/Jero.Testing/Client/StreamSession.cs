using System.Net;
using Jero.Testing.Tracking;

namespace Jero.Testing.Client;

/// <summary>One open stream, on both sides. One reader at a time.</summary>
internal sealed class StreamSession(
    StreamApp app, HttpRequestMessage request, ClientConnection connection, Task<ServerStream> server, bool readsChunks) : IDisposable
{
    // A source that only ever arms its timer again is not followed for ever.
    private const int MostAdvances = 1000;

    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(0.5);

    private readonly List<string> _came = [];
    private readonly CancellationTokenSource _left = new();
    private Task<HttpResponseMessage>? _response;
    private BodyLines? _body;
    private IAsyncEnumerator<RawItem>? _items;
    private Task<bool>? _move;
    private RawItem? _peeked;
    private TaskCompletionSource _commented = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOver;

    public string Name => $"{request.Method} {request.RequestUri!.AbsolutePath}";

    public string Path => request.RequestUri!.AbsolutePath;

    public string Method => request.Method.Method;

    public ClientConnection Connection => connection;

    public Task<ServerStream> Server => server;

    /// <summary>The response, once its headers are there.</summary>
    public HttpResponseMessage? Response => _response is { IsCompletedSuccessfully: true } ? _response.Result : null;

    public string? MediaType => Response?.Content.Headers.ContentType?.MediaType;

    public bool IsEvents => ItemReader.IsEvents(MediaType);

    /// <summary>How many items have been read.</summary>
    public int Items => _came.Count;

    public long Bytes => _body?.Handed ?? 0;

    /// <summary>The keepalives since the last item.</summary>
    public int KeepAlives { get; set; }

    /// <summary>Whether the body has ended.</summary>
    public bool IsOver => _isOver;

    public Task Commented => _commented.Task;

    /// <summary>Sends the request, and waits until it is answered or its source is waited for.</summary>
    public async Task OpenAsync()
    {
        _response = connection.SendAsync(request);
        await WaitAsync("OpenAsync", () => _response.IsCompleted || IsServer(stream => stream is { Place: StreamPlace.WaitsForSource, HasBegun: false })).ConfigureAwait(false);
        if (_response.IsCompleted)
        {
            await BeginAsync("OpenAsync").ConfigureAwait(false);
            await SettledAsync("OpenAsync").ConfigureAwait(false);
        }
    }

    /// <summary>The next item; null at the stream's clean end.</summary>
    /// <exception cref="StreamTestException">It did not come, or the stream broke off.</exception>
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

    /// <summary>Has the next item read, and ends once it, a comment or the end is there, or <paramref name="condition"/> holds.</summary>
    /// <returns>The item, which is not taken; null where there is none.</returns>
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
    /// Waits for the server to have counted what the client has read, and to have gone on to wait for its source, unless that is fast or
    /// blocks its thread: a clock that is moved then finds the timers armed.
    /// </summary>
    public async Task SettledAsync(string call)
    {
        if (!IsServer(static stream => stream.IsObserved))
        {
            return;
        }

        await WaitAsync(call, () => IsServer(stream => stream.Bytes >= Bytes || stream.IsOver), "the server to have counted them").ConfigureAwait(false);
        using var settled = new CancellationTokenSource();
        await server.Result.WaitAsync(() => IsServer(HasSettled), Task.Delay(SettleLimit, settled.Token)).ConfigureAwait(false);
        await settled.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until the stream waits for its source and the client has read all that was sent, and nothing more is about to happen.</summary>
    public async Task IdleAsync(string call)
    {
        await PeekAsync(call, () => IsServer(IsQuiet), "the stream to wait for its source").ConfigureAwait(false);
        while (_peeked is null && !_isOver)
        {
            var changed = server.IsCompletedSuccessfully ? server.Result.Changed : server;
            await ThreadPoolWork.DrainAsync().ConfigureAwait(false);
            await PeekAsync(call, () => IsServer(IsQuiet), "the stream to wait for its source").ConfigureAwait(false);
            if (!changed.IsCompleted || !IsServer(stream => stream.IsObserved))
            {
                return;
            }
        }
    }

    /// <summary>Waits for <paramref name="condition"/>, which changes with the client's read or with the server.</summary>
    public async Task WaitAsync(string call, Func<bool> condition, string wanted = "an answer", bool advances = true)
    {
        if (condition())
        {
            return;
        }

        var limit = app.LimitTask();
        for (var advanced = 0; ; )
        {
            var comment = Commented;
            var changed = server.IsCompletedSuccessfully ? server.Result.Changed : server;
            if (condition())
            {
                return;
            }

            if (limit.IsCompleted)
            {
                throw new StreamTimeoutException(Describe($"{call} of {Name} has waited {Messages.Duration(app.Options.Limit)} for {wanted}."));
            }

            var progress = Task.WhenAny(changed, comment, _move ?? limit, _response is { IsCompleted: false } response ? response : limit, limit);
            if (advances && advanced < MostAdvances && Advance())
            {
                advanced++;

                // A timer that fires again and again says nothing of what its source does with it.
                await Task.WhenAny(progress, Task.Delay(1)).ConfigureAwait(false);
                continue;
            }

            await progress.ConfigureAwait(false);
        }
    }

    /// <summary>A failure's text: what came, and where the source stands.</summary>
    public string Describe(string sentence) => string.Join('\n', Sentences().Prepend(sentence));

    public async Task<ServerStream?> ServerAsync()
    {
        await Task.WhenAny(server, app.LimitTask()).ConfigureAwait(false);
        return server.IsCompletedSuccessfully ? server.Result : null;
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

    private IEnumerable<string> Sentences()
    {
        yield return Messages.Came(_came);
        if (!server.IsCompletedSuccessfully)
        {
            yield return "On the server: the request has not come to the app.";
            yield break;
        }

        var stream = server.Result;
        yield return $"On the server: {stream.Standing()}.";
        if (stream.IsObserved && stream.Bytes > Bytes)
        {
            yield return $"The client has got {Messages.Bytes(Bytes)} of these: does something between buffers or compress them?";
        }

        if (stream.Place == StreamPlace.WaitsForSource && app.Options.Time is not null && app.Clock.Armed.FirstOrDefault(timer => !timer.IsOfJero) is { } timer)
        {
            var whose = timer.Owner == stream ? "The source's next timer" : "The app's next timer";
            yield return $"{whose} is due in {Messages.Duration(timer.Due - app.Clock.GetUtcNow())} by the app's clock: app.Time.Advance moves it.";
        }
    }

    private bool HasSettled(ServerStream stream) =>
        stream.IsOver || stream.Place is StreamPlace.WaitsForSource or StreamPlace.WaitsForClient || stream.Bytes > Bytes;

    // Of another's endpoint nobody knows what its source does.
    private bool IsQuiet(ServerStream stream) => !stream.IsObserved || (stream.Place == StreamPlace.WaitsForSource && Bytes >= stream.Bytes);

    private bool IsServer(Func<ServerStream, bool> condition) => server.IsCompletedSuccessfully && condition(server.Result);

    private async Task<Task<bool>> BeginMoveAsync(string call)
    {
        if (_items is null)
        {
            await WaitAsync(call, () => _response!.IsCompleted).ConfigureAwait(false);
            await BeginAsync(call).ConfigureAwait(false);
        }

        return _isOver ? Task.FromResult(false) : _move ??= _items!.MoveNextAsync().AsTask();
    }

    private async Task TakeMoveAsync(string call, string wanted)
    {
        if (_isOver)
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

            _isOver = true;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            _isOver = true;
            var stream = await EndedAsync().ConfigureAwait(false);
            var why = stream?.Fault is { } fault ? $"{stream.Source ?? "its handler"} threw {fault.GetType().Name}: {fault.Message}" : stream?.Standing() ?? exception.Message;
            throw new StreamTruncatedException(
                $"{call}: {Name} was broken off after {Messages.Items(Items)}, while {wanted} was awaited: {why}\n{Messages.Came(_came)}", stream?.Fault ?? exception);
        }
    }

    /// <summary>The server's side once it has ended, so that it says why.</summary>
    private async Task<ServerStream?> EndedAsync()
    {
        if (await ServerAsync().ConfigureAwait(false) is not { } stream)
        {
            return null;
        }

        await stream.WaitAsync(() => stream.EndedAt is not null, app.LimitTask()).ConfigureAwait(false);
        return stream;
    }

    /// <summary>Moves the clock on to the next timer of the source, if that is all that the stream waits for.</summary>
    private bool Advance()
    {
        if (app.Options is not { Time: { } time, AdvancesTime: true } || !IsServer(stream => stream.Place == StreamPlace.WaitsForSource && Bytes >= stream.Bytes)
            || app.Clock.NextOf(server.Result) is not { } timer)
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

    /// <summary>Looks at the answer, and begins to read.</summary>
    private async Task BeginAsync(string call)
    {
        HttpResponseMessage response;
        try
        {
            response = await _response!.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            var fault = server.IsCompletedSuccessfully ? server.Result.Fault : null;
            throw new StreamTestException($"{call}: {Name} was not answered: {(fault ?? exception).Message}", fault ?? exception);
        }

        var type = response.Content.Headers.ContentType?.MediaType;
        if (!response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NoContent || !(readsChunks || ItemReader.IsEvents(type) || ItemReader.IsLines(type)))
        {
            throw await RefusedAsync(call, response, type).ConfigureAwait(false);
        }

        var body = connection.Pace(await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
        _body = new BodyLines(body, splits: !readsChunks, HasCommented);
        _items = (readsChunks ? ItemReader.ChunksAsync(_body, _left.Token) : ItemReader.IsEvents(type) ? ItemReader.EventsAsync(_body, _left.Token) : ItemReader.LinesAsync(_body, _left.Token))
            .GetAsyncEnumerator(_left.Token);
    }

    private async Task<StreamTestException> RefusedAsync(string call, HttpResponseMessage response, string? type)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase ?? response.StatusCode.ToString()}";
        var text = $"{call}: {Name} was answered with {status}{(type is null ? "" : $" and {type}")}, which is no stream.";
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed && Endpoints.Of(app.Services) is { Count: > 0 } endpoints)
        {
            text += "\nThe app has:\n" + string.Join('\n', endpoints.Select(endpoint => "  " + endpoint));
        }

        var body = response.Content.ReadAsStringAsync();
        if (await Task.WhenAny(body, app.LimitTask()).ConfigureAwait(false) == body && body is { IsCompletedSuccessfully: true, Result: { Length: > 0 } content })
        {
            text += "\nIts body begins:\n  " + Messages.Short(content);
        }

        return new StreamTestException(text, server.IsCompletedSuccessfully ? server.Result.Fault : null);
    }

    private void HasCommented()
    {
        KeepAlives++;
        var commented = _commented;
        _commented = new(TaskCreationOptions.RunContinuationsAsynchronously);
        commented.SetResult();
    }
}
