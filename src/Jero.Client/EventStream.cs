using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Jero.Client.Reading;
using Jero.Client.Reconnecting;

namespace Jero.Client;

/// <summary>
/// A stream of server-sent events that connects when it is read and reconnects when it breaks, with the last id that it has seen.
/// </summary>
/// <remarks>
/// One reader at a time. <see cref="State"/> and <see cref="LastEventId"/> may be read from any thread. The first attempt fails as any request
/// does; later ones are repeated as <see cref="EventStreamOptions"/> says. 204 ends the stream; every other status than 2xx is an
/// <see cref="ApiException"/>, except that 408, 425, 429 and 5xx are tried again once the stream has been open.
/// </remarks>
/// <typeparam name="T">The data of an event.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "It is a stream of events.")]
public sealed class EventStream<T> : IAsyncEnumerable<StreamEvent<T>>
{
    private readonly Connector _connector;
    private readonly EventReader<T> _read;
    private int _isRead;
    private volatile StreamState _state;
    private volatile string? _lastEventId;

    internal EventStream(Connector connector, EventReader<T> read)
    {
        _connector = connector;
        _read = read;
        _lastEventId = connector.Options.LastEventId;
    }

    /// <summary>What it does at the moment.</summary>
    public StreamState State => _state;

    /// <summary>Called with each new state, on the thread that reads. What it throws ends the reading.</summary>
    public event Action<StreamState>? StateChanged;

    /// <summary>The last id that was seen, with which a new connection goes on; null where there is none.</summary>
    public string? LastEventId => _lastEventId;

    /// <summary>Connects and reads. Leaving the enumeration lets go of the connection at once.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="InvalidOperationException">The stream is being read already.</exception>
    public async IAsyncEnumerator<StreamEvent<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) == 1)
        {
            throw new InvalidOperationException("The event stream is being read already; make another one for a second reader.");
        }

        try
        {
            var connection = new EventConnection(_connector, _lastEventId, SetState);
            await using var _ = connection.ConfigureAwait(false);
            while (await connection.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                _lastEventId = connection.LastEventId;
                if (TryRead(connection, out var item))
                {
                    yield return new StreamEvent<T>(connection.LastEventId, connection.EventName, item);
                }
            }

            _lastEventId = connection.LastEventId;
        }
        finally
        {
            SetState(StreamState.Closed);
            Volatile.Write(ref _isRead, 0);
        }
    }

    private bool TryRead(EventConnection connection, out T item)
    {
        try
        {
            return _read(connection.EventName, connection.Data, out item);
        }
        catch (JsonException exception)
        {
            throw ItemReader.BadItem(exception, typeof(T), connection.Events);
        }
    }

    private void SetState(StreamState state)
    {
        if (_state != state)
        {
            _state = state;
            StateChanged?.Invoke(state);
        }
    }
}
