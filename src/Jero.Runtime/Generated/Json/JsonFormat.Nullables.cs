namespace Jero.Generated;

public static partial class JsonFormat
{
    /// <summary>Appends the value as <see cref="Write(BatchBuffer, bool)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, bool? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, char)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, char? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, sbyte)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, sbyte? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, byte)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, byte? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, short)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, short? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, ushort)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, ushort? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, int)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, int? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, uint)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, uint? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, long)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, long? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, ulong)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, ulong? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Int128)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Int128? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, UInt128)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, UInt128? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Half)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Half? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, float)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, float? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, double)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, double? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, decimal)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, decimal? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Guid)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Guid? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, DateTime)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, DateTime? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, DateTimeOffset)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, DateTimeOffset? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, DateOnly)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, DateOnly? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, TimeOnly)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, TimeOnly? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, TimeSpan)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, TimeSpan? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Memory{byte})"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Memory<byte>? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, ReadOnlyMemory{byte})"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, ReadOnlyMemory<byte>? value)
    {
        if (value.HasValue)
        {
            Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            WriteNull(buffer);
        }
    }
}
