using System.Buffers;

namespace Jero.Client.Reading;

/// <summary>The bytes of a body that have come and are not taken yet. Grows by what an item needs, up to a limit.</summary>
internal sealed class ByteWindow(Stream stream, int limit) : IDisposable
{
    private const int FirstSize = 16 * 1024;

    // Room for the bytes that frame an item of the largest size.
    private const int Framing = 16;

    private const int MostReadsToLeave = 4;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private bool _isOver;

    /// <summary>What has come and is not taken.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Says that so many bytes are done with.</summary>
    public void Take(int count) => _start += count;

    /// <summary>Reads more; false at the end of the body.</summary>
    /// <param name="number">The item that is being read, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDataException">What is not taken yet is larger than an item may be.</exception>
    /// <exception cref="IOException">The body broke off, or cannot be decompressed.</exception>
    public async ValueTask<bool> ReadAsync(long number, CancellationToken cancellationToken)
    {
        MakeRoom(number);
        try
        {
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            _isOver = count == 0;
            return count > 0;
        }
        catch (InvalidDataException exception)
        {
            // What a compressed body says that was cut.
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Gives the memory back, and lets go of a body that has more to come. The stream stays to be disposed.</summary>
    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            Leave();
        }

        var buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A stream that is disposed is read on for two seconds, so that its connection can be used again (SocketsHttpHandler.ResponseDrainTimeout), and
    // the server sends on. A read that is cancelled lets go at once. What is there already is taken, as the end may be.
    private void Leave()
    {
        using var leave = new CancellationTokenSource();
        for (var reads = 0; reads < MostReadsToLeave; reads++)
        {
            // Memory of its own, which a stream that does not heed the token may use later.
            var read = stream.ReadAsync(new byte[FirstSize], leave.Token).AsTask();
            if (!read.IsCompleted)
            {
                leave.Cancel();
                _ = read.ContinueWith(static over => over.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return;
            }

            if (!read.IsCompletedSuccessfully || read.Result == 0)
            {
                return;
            }
        }
    }

    private void MakeRoom(long number)
    {
        var length = _end - _start;
        if (length > limit + Framing)
        {
            throw TooLarge(number, limit);
        }

        if (length == 0)
        {
            _start = _end = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_start > 0 && length <= _buffer.Length / 2)
        {
            _buffer.AsSpan(_start, length).CopyTo(_buffer);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)_buffer.Length * 2, (long)limit + (2 * Framing) + FirstSize));
            _buffer.AsSpan(_start, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        (_start, _end) = (0, length);
    }

    /// <summary>An item that is larger than it may be.</summary>
    public static InvalidDataException TooLarge(long number, int limit) =>
        new($"Item {number} of the stream is larger than {limit} bytes; set StreamOptions.MaxItemBytes where such items are meant.");
}
