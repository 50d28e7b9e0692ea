using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Jero.Json.Writing;

namespace Jero.Generated;

/// <summary>
/// Writes one object to a <see cref="BatchBuffer"/>, each value as <see cref="JsonFormat"/> does. It keeps the free part of the buffer in
/// fields that the JIT can hold in registers. A write to the buffer itself reads and stores its position each time.
/// </summary>
/// <remarks>Until <see cref="End"/>, write to the buffer itself only between <see cref="Suspend"/> and <see cref="Resume"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonObjectWriter
{
    private readonly BatchBuffer _buffer;
    private Span<byte> _rest;

    /// <summary>Begins to write after what the buffer holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonObjectWriter(BatchBuffer buffer)
    {
        _buffer = buffer;
        _rest = buffer.Lend();
    }

    /// <summary>Ends the object. Only now does the buffer have what was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void End() => _buffer.TakeBack(_rest);

    /// <summary>Hands the buffer to the writer of a member. Call <see cref="Resume"/> after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly BatchBuffer Suspend()
    {
        End();
        return _buffer;
    }

    /// <summary>Continues after what the buffer now holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Resume() => _rest = _buffer.Lend();

    /// <summary>Appends bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);

        // A span whose length is known saves the copy its own length check, so that a literal becomes stores.
        utf8.CopyTo(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(_rest), utf8.Length));
        Advance(utf8.Length);
    }

    /// <summary>Appends <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNull() => WriteRaw("null"u8);

    /// <inheritdoc cref="JsonFormat.Write(BatchBuffer, string?)" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(string? value)
    {
        var written = JsonStrings.WriteVerbatim(_rest, value);
        if (written > 0)
        {
            Advance(written);
        }
        else
        {
            _rest = JsonFormat.WriteRest(_buffer, _rest, value, -written);
        }
    }

    /// <inheritdoc cref="JsonFormat.Write(BatchBuffer, bool)" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(bool value)
    {
        if (value)
        {
            WriteRaw("true"u8);
        }
        else
        {
            WriteRaw("false"u8);
        }
    }

    /// <inheritdoc cref="JsonFormat.Write(BatchBuffer, int)" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int value)
    {
        Reserve(Digits.MaxLengthOfInt32);
        Advance(Digits.Write(_rest, value));
    }

    /// <inheritdoc cref="JsonFormat.Write(BatchBuffer, long)" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(long value)
    {
        Reserve(Digits.MaxLengthOfInt64);
        Advance(Digits.Write(_rest, value));
    }

    /// <inheritdoc cref="JsonFormat.Write(BatchBuffer, double)" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(double value)
    {
        Reserve(ShortDouble.MaxLength);
        var written = ShortDouble.Write(_rest, value);
        if (written > 0)
        {
            Advance(written);
        }
        else
        {
            JsonFormat.Write(Suspend(), value);
            Resume();
        }
    }

    /// <summary>Appends the value, or <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(bool? value)
    {
        if (value.HasValue)
        {
            Write(value.GetValueOrDefault());
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Appends the value, or <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int? value)
    {
        if (value.HasValue)
        {
            Write(value.GetValueOrDefault());
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Appends the value, or <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(long? value)
    {
        if (value.HasValue)
        {
            Write(value.GetValueOrDefault());
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Appends the value, or <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(double? value)
    {
        if (value.HasValue)
        {
            Write(value.GetValueOrDefault());
        }
        else
        {
            WriteNull();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (_rest.Length < count)
        {
            _rest = _buffer.LendMore(_rest, count);
        }
    }

    // Skips the range check of a slice, because the bytes were just written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(int count) =>
        _rest = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_rest), count), _rest.Length - count);
}
