using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding.Sequences;

/// <summary>
/// Takes the bytes of one item after another from a request's pipe, and at most as many as an item may have. Not thread-safe.
/// </summary>
/// <param name="pipe">The body.</param>
/// <param name="format">The format of the body.</param>
/// <param name="options">The options that the items are read with.</param>
/// <param name="longest">The largest size of an item, in bytes.</param>
/// <param name="cancellationToken">Ends a wait for bytes.</param>
internal sealed class ItemPipe(PipeReader pipe, SequenceFormat format, JsonSerializerOptions options, int longest, CancellationToken cancellationToken)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly ItemSplitter _splitter = ItemSplitter.Create(format, options);
    private ReadOnlySequence<byte> _unread;
    private bool _isHeld;
    private bool _isLast;
    private bool _hasBegun;

    /// <summary>The number of the item that was taken last, counted from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Waits for more bytes. Returns false if all of them have been taken.</summary>
    public ValueTask<bool> ReadAsync()
    {
        if (_isLast)
        {
            return new(false);
        }

        try
        {
            if (_isHeld)
            {
                // Over HTTP/2 the server notices here that a body is too large.
                _isHeld = false;
                pipe.AdvanceTo(_unread.Start, _unread.End);
            }

            var reading = pipe.ReadAsync(cancellationToken);
            return reading.IsCompletedSuccessfully ? new(Take(reading.Result)) : AwaitAsync(reading);
        }
        catch (Exception exception) when (Fault(exception) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Takes the JSON of the next item from what has come. It is valid until the next call.</summary>
    public bool TryTake(out ReadOnlySequence<byte> json)
    {
        if (!_hasBegun && !TryBegin())
        {
            json = default;
            return false;
        }

        bool isTaken;
        try
        {
            isTaken = _splitter.TryTake(ref _unread, _isLast, out json);
        }
        catch (MalformedSequenceException exception)
        {
            throw BadItem.Of(Number + 1, exception.Message, StatusCodes.Status400BadRequest);
        }

        if ((isTaken ? json.Length : _unread.Length) > longest)
        {
            // If the part that an item may have is malformed, the reader reports that instead of the length.
            json = (isTaken ? json : _unread).Slice(0, longest);
            isTaken = _splitter.IsMalformed(json) ? true : throw BadItem.Of(
                Number + 1,
                string.Create(CultureInfo.InvariantCulture, $"The item is longer than {longest:N0} bytes."),
                StatusCodes.Status413PayloadTooLarge);
        }

        Number += isTaken ? 1 : 0;
        return isTaken;
    }

    /// <summary>Returns the bytes that have come to the pipe. The server discards the rest of the body.</summary>
    public void Release()
    {
        if (_isHeld)
        {
            _isHeld = false;
            try
            {
                pipe.AdvanceTo(_unread.End);
            }
            catch (BadHttpRequestException)
            {
                // The handler wants no more items, and those that it read were within the limit.
            }
        }
    }

    private async ValueTask<bool> AwaitAsync(ValueTask<ReadResult> reading)
    {
        try
        {
            return Take(await reading.ConfigureAwait(false));
        }
        catch (Exception exception) when (Fault(exception) is { } fault)
        {
            throw fault;
        }
    }

    private bool Take(ReadResult result)
    {
        (_unread, _isLast, _isHeld) = (result.Buffer, result.IsCompleted, true);
        return true;
    }

    // Translates exceptions of the server and of the decompression middleware that the client has caused.
    private BadItemException? Fault(Exception exception) => exception switch
    {
        BadHttpRequestException refused => BadItem.Of(Number + 1, refused),
        InvalidDataException => BadItem.Of(Number + 1, RequestBody.Damaged, StatusCodes.Status400BadRequest),
        _ => null,
    };

    // A reader may ignore a byte order mark, and the reader of whole bodies does (RFC 8259, section 8.1). It may come byte by byte.
    private bool TryBegin()
    {
        if (_unread.IsEmpty)
        {
            return _isLast;
        }

        Span<byte> first = stackalloc byte[ByteOrderMark.Length];
        first = first[..(int)Math.Min(first.Length, _unread.Length)];
        _unread.Slice(0, first.Length).CopyTo(first);
        if (!first.SequenceEqual(ByteOrderMark.AsSpan(0, first.Length)))
        {
            _hasBegun = true;
        }
        else if (first.Length == ByteOrderMark.Length)
        {
            _unread = _unread.Slice(first.Length);
            _hasBegun = true;
        }

        return _hasBegun || _isLast;
    }
}
