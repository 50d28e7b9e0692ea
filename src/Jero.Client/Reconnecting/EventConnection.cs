using Jero.Client.Reading;

namespace Jero.Client.Reconnecting;

/// <summary>Manages the connections of one enumeration, one after another.</summary>
internal sealed class EventConnection(Connector connector, string? lastEventId, Action<StreamState> entering) : IAsyncDisposable
{
    private readonly EventStreamOptions _options = connector.Options;
    private readonly EventParser _parser = new(connector.Options.MaxItemBytes) { LastEventId = lastEventId };
    private readonly Backoff _backoff = new(connector.Options, Random.Shared.NextDouble);
    private HttpResponseMessage? _response;
    private ByteWindow? _window;
    private long _opened;
    private bool _wasOpen;

    public string? LastEventId => _parser.LastEventId;

    public string EventName => _parser.Name;

    public ReadOnlySpan<byte> Data => _parser.Data;

    /// <summary>The number of events that came.</summary>
    public long Events { get; private set; }

    /// <summary>Waits for the next event with data, over as many connections as necessary. Returns false at the end.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        _parser.Reset();
        while (true)
        {
            if (_window is null && !await ConnectAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            if (_parser.TryRead(_window!, Events + 1))
            {
                Events++;
                return _options.EndEvent is null || _options.EndEvent != _parser.Name;
            }

            if (await ReadAsync(cancellationToken).ConfigureAwait(false) is { } broken)
            {
                await CloseAsync().ConfigureAwait(false);
                if (IsEnd(broken))
                {
                    return false;
                }

                await RecoverAsync(broken, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    // Repeats until there is a connection, or until the server says that there is nothing more.
    private async ValueTask<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            entering(StreamState.Connecting);
            try
            {
                _response = await connector.ConnectAsync(LastEventId, cancellationToken).ConfigureAwait(false);
                if (_response is null)
                {
                    return false;
                }

                _window = new ByteWindow(await _response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _options.MaxItemBytes);
                _parser.Begin();
                (_opened, _wasOpen) = (_options.TimeProvider.GetTimestamp(), true);
                entering(StreamState.Open);
                return true;
            }
            catch (Exception exception) when (_wasOpen && Connector.IsPassing(exception))
            {
                await WaitAsync(exception, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Returns null if bytes came, otherwise what ended the connection.
    private async ValueTask<Exception?> ReadAsync(CancellationToken cancellationToken)
    {
        using var silence = new SilenceWatch(_options.SilenceLimit, _options.TimeProvider, cancellationToken);
        try
        {
            return await _window!.ReadAsync(Events + 1, silence.Begin()).ConfigureAwait(false) ? null : new EndOfStreamException("the server ended it.");
        }
        catch (OperationCanceledException) when (silence.WasSilent)
        {
            return new TimeoutException($"no byte came for {_options.SilenceLimit!.Value.TotalSeconds} s.");
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return exception;
        }
    }

    // Without reconnecting and without an event that ends the stream, a clean end of the body is the end.
    private bool IsEnd(Exception broken) => !_options.Reconnects && _options.EndEvent is null && broken is EndOfStreamException;

    private ValueTask RecoverAsync(Exception broken, CancellationToken cancellationToken) =>
        _options.Reconnects && connector.IsRepeatable
            ? WaitAsync(broken, _options.TimeProvider.GetElapsedTime(_opened), cancellationToken)
            : throw new StreamTruncatedException(broken.Message, Events, LastEventId, broken);

    private async ValueTask WaitAsync(Exception broken, TimeSpan lasted, CancellationToken cancellationToken)
    {
        _backoff.Ended(lasted);
        if (_backoff.Failures > _options.MaxAttempts)
        {
            throw new StreamTruncatedException($"{_options.MaxAttempts} attempts to reconnect failed. {broken.Message}", Events, LastEventId, broken);
        }

        entering(StreamState.Waiting);
        var wait = _backoff.Next(_parser.Retry, connector.RetryAfterOf(broken));
        await Task.Delay(wait, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CloseAsync()
    {
        _window?.Dispose();
        _window = null;
        if (_response is { } response)
        {
            _response = null;
            await (await response.Content.ReadAsStreamAsync().ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            response.Dispose();
        }
    }
}
