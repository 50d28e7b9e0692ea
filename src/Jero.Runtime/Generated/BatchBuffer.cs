using System.Buffers;
using System.ComponentModel;

namespace Jero.Generated;

/// <summary>The pooled buffer in which the items of one stream gather until they are flushed. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(32 * 1024);
    private int _position;

    /// <summary>How many bytes have been written since the last <see cref="Clear"/>.</summary>
    public int Length => _position;

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, _position);

    /// <summary>Forgets what was written after <paramref name="length"/>: an item that fails halfway is taken back whole.</summary>
    public void Truncate(int length) => _position = length;

    /// <summary>Forgets everything written and keeps the memory.</summary>
    public void Clear() => _position = 0;

    /// <inheritdoc />
    public void Advance(int count) => _position += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(Math.Max(sizeHint, 1));
        return _array.AsMemory(_position);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureFree(Math.Max(sizeHint, 1));
        return _array.AsSpan(_position);
    }

    /// <summary>Appends bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        EnsureFree(utf8.Length);
        utf8.CopyTo(_array.AsSpan(_position));
        _position += utf8.Length;
    }

    /// <summary>Gives the memory back to the pool. The buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        var array = _array;
        _array = [];
        _position = 0;
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private void EnsureFree(int count)
    {
        if (_array.Length - _position < count)
        {
            Grow(count);
        }
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, checked(_position + count)));
        _array.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
