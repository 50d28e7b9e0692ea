using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Jero.Client.Reading;
using Jero.Client.Reconnecting;

namespace Jero.Client;

/// <summary>
/// Reads a stream of server-sent events. It connects when it is enumerated, and reconnects when it breaks, with the last id that it has
/// seen.
/// </summary>
/// <remarks>
/// Only one reader at a time is allowed. Any thread may read <see cref="State"/> and <see cref="LastEventId"/>. If the first attempt fails,
/// the enumeration throws as for any request. Later attempts are repeated as <see cref="EventStreamOptions"/> says. A 204 ends the stream.
/// Any other status than 2xx throws an <see cref="ApiException"/>, except that 408, 425, 429 and 5xx are tried again if the stream has been
/// open before.
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

    /// <summary>Gets what the stream is doing at the moment.</summary>
    public StreamState State => _state;

    /// <summary>Occurs when the state changes, on the thread that reads. An exception from a handler ends the reading.</summary>
    public event Action<StreamState>? StateChanged;

    /// <summary>Gets the last id that was seen, which a new connection resumes after; null if there is none.</summary>
    public string? LastEventId => _lastEventId;

    /// <summary>Connects and reads. Leaving the enumeration releases the connection at once.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="InvalidOperationException">The stream is already being read.</exception>
    public async IAsyncEnumerator<StreamEvent<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) == 1)
        {
            throw new InvalidOperationException("The event stream is already being read. Create another one for a second reader.");
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
