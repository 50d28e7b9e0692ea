using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Jero.Json.Writing;

namespace Jero.Generated;

/// <summary>
/// The pooled buffer in which the items of one stream gather until they are flushed. It holds memory only from its first write to
/// <see cref="Release"/>. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 32 * 1024;

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    // Empty as long as nothing has been written, so that an empty buffer takes the way of a full one and no write has to look twice.
    private byte[] _array = [];
    private int _position;
    private int _depth;
    private Utf8JsonWriter? _jsonWriter;

    /// <summary>How many bytes have been written since the last <see cref="Clear"/>.</summary>
    public int Length => _position;

    /// <summary>What is sent behind <see cref="WrittenMemory"/> from where it is.</summary>
    internal ReadOnlyMemory<byte> Borrowed { get; private set; }

    /// <summary>Whether memory of the pool is in use.</summary>
    internal bool HoldsMemory => _array.Length > 0;

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, _position);

    /// <summary>
    /// Forgets what was written after <paramref name="length"/>: an item that fails halfway is taken back whole. Call it between
    /// items only: no object or array is open any more.
    /// </summary>
    /// <param name="length">How many bytes to keep.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than has been written.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_position, nameof(length));
        _position = length;
        _depth = 0;
    }

    /// <summary>Forgets everything written and keeps the memory.</summary>
    public void Clear()
    {
        Truncate(0);
        Borrowed = default;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than there is room for.</exception>
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

    /// <summary>Appends bytes as they are. For literals (<c>"{\"id\":"u8</c>) it compiles to a capacity check and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> utf8)
    {
        // The span of known length, instead of the rest of the array, spares the copy its own length check.
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

    /// <summary>Enters an object or array. Called first by the writers of types that may contain themselves, and of collections.</summary>
    /// <exception cref="JsonException">64 levels are open already: the limit of System.Text.Json, with its message.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PushDepth()
    {
        if (_depth >= DepthLimit.MaxDepth)
        {
            DepthLimit.Throw();
        }

        _depth++;
    }

    /// <summary>Leaves an object or array. Not needed after an exception: <see cref="Truncate"/> starts again at the top.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PopDepth() => _depth--;

    /// <summary>
    /// Gives the memory back to the pool and forgets everything written; the next write takes memory again. For a stream that is about to
    /// wait: thousands of them may be idle at a time.
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

    /// <summary>Gives the memory back to the pool.</summary>
    public void Dispose() => Release();

    /// <summary>
    /// Takes a large item without a copy: it follows what has been written. It must stay as it is until the next <see cref="Clear"/>, and
    /// nothing else may be written before that.
    /// </summary>
    internal void Borrow(ReadOnlyMemory<byte> item) => Borrowed = item;

    /// <summary>Exactly <paramref name="count"/> bytes at the end, to be written and then counted with <see cref="Count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Reserve(int count)
    {
        EnsureFree(count);
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _position), count);
    }

    /// <summary>Counts what was written into what <see cref="Reserve"/> gave, without a check: no more than that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Count(int written) => _position += written;

    /// <summary>
    /// All that is free, to be written from its beginning; then give back what is left of it to <see cref="TakeBack"/>. Until then nothing
    /// else may be written here.
    /// </summary>
    internal Span<byte> Lend() =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _position), _array.Length - _position);

    /// <summary>Counts what was written into what <see cref="Lend"/> has lent.</summary>
    /// <param name="rest">What is left: always the end of the array, whatever was written before it.</param>
    /// <exception cref="InvalidOperationException">The memory was released meanwhile.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void TakeBack(Span<byte> rest)
    {
        if (rest.Length > _array.Length)
        {
            ThrowReleased();
        }

        _position = _array.Length - rest.Length;
    }

    /// <summary>Takes back what was lent and lends at least <paramref name="count"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal Span<byte> LendMore(Span<byte> rest, int count)
    {
        TakeBack(rest);
        EnsureFree(count);
        return Lend();
    }

    /// <summary>The one writer of this buffer for values that only System.Text.Json can write; flush it after each.</summary>
    internal Utf8JsonWriter RestartJsonWriter()
    {
        if (_jsonWriter is null)
        {
            _jsonWriter = new Utf8JsonWriter(this, JsonDefaults.WriterOptions);
        }
        else
        {
            // Also clears what a value that failed halfway has left behind.
            _jsonWriter.Reset();
        }

        return _jsonWriter;
    }

    /// <summary>
    /// Makes blanks of the line breaks written after <paramref name="start"/>. In JSON they are white space between tokens: inside of a string a
    /// line break is escaped (RFC 8259, section 7).
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
