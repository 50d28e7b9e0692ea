namespace Jero.Testing.Client;

/// <summary>
/// Passes on a body line by line, so that its parser never reads further than what was asked of it. It notices the comments of server-sent
/// events, which a parser skips, and when the parser has made use of everything that has come.
/// </summary>
internal sealed class BodyLines(Stream inner, bool splits, Action commented, Action waiting) : Stream
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private ReadOnlyMemory<byte> _rest;
    private bool _isInLine;
    private bool _isComment;
    private volatile bool _waits;
    private long _handed;

    /// <summary>The number of bytes that were passed on.</summary>
    public long Handed => Volatile.Read(ref _handed);

    /// <summary>Whether the parser has asked for more than what was passed on, which has not come.</summary>
    public bool Waits => _waits;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty)
        {
            var reading = inner.ReadAsync(_buffer, cancellationToken);
            if (!reading.IsCompleted)
            {
                _waits = true;
                waiting();
            }

            var read = await reading.ConfigureAwait(false);
            _waits = false;
            _rest = _buffer.AsMemory(0, read);
        }

        var end = splits ? _rest.Span.IndexOf((byte)'\n') : -1;
        var length = Math.Min(end < 0 ? _rest.Length : end + 1, buffer.Length);
        var line = _rest[..length];
        line.CopyTo(buffer);
        _rest = _rest[length..];
        See(line.Span);
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void See(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            return;
        }

        Volatile.Write(ref _handed, _handed + line.Length);
        _isComment = _isInLine ? _isComment : line[0] == (byte)':';
        _isInLine = line[^1] != (byte)'\n';
        if (_isComment && !_isInLine)
        {
            commented();
        }
    }
}
