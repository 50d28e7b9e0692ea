using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Jero.Json.Writing;

namespace Jero.Generated;

/// <summary>
/// Writes one object to a <see cref="BatchBuffer"/>, each value as <see cref="JsonFormat"/> writes it. What is free of the buffer is held
/// here, which the compiler keeps in registers; a write to the buffer itself reads and stores its position each time.
/// </summary>
/// <remarks>Until <see cref="End"/> nobody else may write to the buffer, but between <see cref="Suspend"/> and <see cref="Resume"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonObjectWriter
{
    private readonly BatchBuffer _buffer;
    private Span<byte> _rest;

    /// <summary>Begins to write behind what the buffer holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonObjectWriter(BatchBuffer buffer)
    {
        _buffer = buffer;
        _rest = buffer.Lend();
    }

    /// <summary>Ends the object: what was written is the buffer's, of which nothing is there before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void End() => _buffer.TakeBack(_rest);

    /// <summary>Hands over the buffer to the writer of a member; call <see cref="Resume"/> after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly BatchBuffer Suspend()
    {
        End();
        return _buffer;
    }

    /// <summary>Goes on behind what the buffer holds by now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Resume() => _rest = _buffer.Lend();

    /// <summary>Appends bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);

        // The span of known length spares the copy its own length check: a literal becomes stores.
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

    // Without the check of a slice: it was written, so it is there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(int count) =>
        _rest = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_rest), count), _rest.Length - count);
}
