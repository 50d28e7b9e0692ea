using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Jero.Json.Writing;

namespace Jero.Generated;

/// <summary>
/// Buffers the items of one stream until they are flushed. It holds pooled memory only from its first write to <see cref="Release"/>. Not
/// thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 32 * 1024;

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    // Empty until the first write, so that an empty buffer grows by the same path as a full one and no write needs a second check.
    private byte[] _array = [];
    private int _position;
    private int _depth;
    private Utf8JsonWriter? _jsonWriter;

    /// <summary>Gets how many bytes have been written since the last <see cref="Clear"/>.</summary>
    public int Length => _position;

    /// <summary>Memory that is sent after <see cref="WrittenMemory"/> without being copied.</summary>
    internal ReadOnlyMemory<byte> Borrowed { get; private set; }

    /// <summary>Whether the buffer holds memory of the pool.</summary>
    internal bool HoldsMemory => _array.Length > 0;

    /// <summary>Gets what has been written. It is valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, _position);

    /// <summary>
    /// Discards what was written after <paramref name="length"/>, so that an item that fails halfway leaves nothing behind. Call it only
    /// between items, when no object or array is open.
    /// </summary>
    /// <param name="length">How many bytes to keep.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or more than has been written.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_position, nameof(length));
        _position = length;
        _depth = 0;
    }

    /// <summary>Discards everything that was written and keeps the memory.</summary>
    public void Clear()
    {
        Truncate(0);
        Borrowed = default;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or more than there is room for.</exception>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_array.Length - _position), nameof(count));
        Count(count);
    }

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

    /// <summary>Appends bytes as they are. For a literal (<c>"{\"id\":"u8</c>) this compiles to a capacity check and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> utf8)
    {
        // A span whose length is known, instead of the rest of the array, saves the copy its own length check.
        utf8.CopyTo(Reserve(utf8.Length));
        _position += utf8.Length;
    }

    /// <summary>Appends one byte as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        EnsureFree(1);
        _array[_position++] = value;
    }

    /// <summary>Enters an object or array. Writers of collections, and of types that may contain themselves, call it first.</summary>
    /// <exception cref="JsonException">64 levels are already open: the limit of System.Text.Json, with its message.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PushDepth()
    {
        if (_depth >= DepthLimit.MaxDepth)
        {
            DepthLimit.Throw();
        }

        _depth++;
    }

    /// <summary>Leaves an object or array. It is not needed after an exception, because <see cref="Truncate"/> resets the depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PopDepth() => _depth--;

    /// <summary>
    /// Returns the memory to the pool and discards everything that was written. The next write rents memory again. A stream calls it before
    /// it waits, because thousands of streams may be idle at a time.
    /// </summary>
    public void Release()
    {
        var array = _array;
        _array = [];
        Clear();
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose() => Release();

    /// <summary>
    /// Takes a large item without a copy. It is sent after what has been written. It must not change until the next <see cref="Clear"/>,
    /// and nothing else may be written before that.
    /// </summary>
    internal void Borrow(ReadOnlyMemory<byte> item) => Borrowed = item;

    /// <summary>Returns exactly <paramref name="count"/> free bytes at the end. Write them, then call <see cref="Count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Reserve(int count)
    {
        EnsureFree(count);
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _position), count);
    }

    /// <summary>
    /// Counts bytes that were written to the span from <see cref="Reserve"/>. There is no check: pass at most its length.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Count(int written) => _position += written;

    /// <summary>
    /// Lends all free bytes, to be written from the beginning. Give the unused rest to <see cref="TakeBack"/>. Until then nothing else may
    /// be written here.
    /// </summary>
    internal Span<byte> Lend() =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _position), _array.Length - _position);

    /// <summary>Counts what was written to the span from <see cref="Lend"/>.</summary>
    /// <param name="rest">The unused rest, which always ends where the array ends.</param>
    /// <exception cref="InvalidOperationException">The memory was released in the meantime.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void TakeBack(Span<byte> rest)
    {
        if (rest.Length > _array.Length)
        {
            ThrowReleased();
        }

        _position = _array.Length - rest.Length;
    }

    /// <summary>Takes back what was lent, and lends at least <paramref name="count"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal Span<byte> LendMore(Span<byte> rest, int count)
    {
        TakeBack(rest);
        EnsureFree(count);
        return Lend();
    }

    /// <summary>Resets the one writer of this buffer for values that only System.Text.Json can write. Flush it after each value.</summary>
    internal Utf8JsonWriter RestartJsonWriter()
    {
        if (_jsonWriter is null)
        {
            _jsonWriter = new Utf8JsonWriter(this, JsonDefaults.WriterOptions);
        }
        else
        {
            // The reset also clears what a value that failed halfway has left.
            _jsonWriter.Reset();
        }

        return _jsonWriter;
    }

    /// <summary>
    /// Replaces the line breaks that were written after <paramref name="start"/> with spaces. In JSON they are white space between tokens;
    /// inside a string a line break is escaped (RFC 8259, section 7).
    /// </summary>
    internal void BlankLineBreaks(int start) => _array.AsSpan(start.._position).ReplaceAny(LineBreaks, (byte)' ');

    [DoesNotReturn]
    private static void ThrowReleased() => throw new InvalidOperationException("The buffer was released while an object was being written to it.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EnsureFree(int count)
    {
        if (_array.Length - _position < count)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var needed = checked(_position + count);
        var doubled = (int)Math.Min((long)_array.Length * 2, Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, Math.Max(doubled, needed)));
        var smaller = _array;
        smaller.AsSpan(0, _position).CopyTo(larger);
        _array = larger;
        if (smaller.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(smaller);
        }
    }
}
