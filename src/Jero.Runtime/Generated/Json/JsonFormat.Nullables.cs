namespace Jero.Generated;

public static partial class JsonFormat
{
    /// <summary>Appends the value as <see cref="Write(BatchBuffer, bool)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, bool? value) => default(NullableWriter<bool, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, char)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, char? value) => default(NullableWriter<char, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, sbyte)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, sbyte? value) => default(NullableWriter<sbyte, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, byte)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, byte? value) => default(NullableWriter<byte, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, short)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, short? value) => default(NullableWriter<short, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, ushort)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, ushort? value) => default(NullableWriter<ushort, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, int)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, int? value) => default(NullableWriter<int, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, uint)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, uint? value) => default(NullableWriter<uint, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, long)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, long? value) => default(NullableWriter<long, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, ulong)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, ulong? value) => default(NullableWriter<ulong, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Int128)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Int128? value) => default(NullableWriter<Int128, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, UInt128)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, UInt128? value) => default(NullableWriter<UInt128, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Half)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Half? value) => default(NullableWriter<Half, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, float)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, float? value) => default(NullableWriter<float, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, double)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, double? value) => default(NullableWriter<double, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, decimal)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, decimal? value) => default(NullableWriter<decimal, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Guid)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Guid? value) => default(NullableWriter<Guid, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, DateTime)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, DateTime? value) => default(NullableWriter<DateTime, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, DateTimeOffset)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, DateTimeOffset? value) => default(NullableWriter<DateTimeOffset, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, DateOnly)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, DateOnly? value) => default(NullableWriter<DateOnly, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, TimeOnly)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, TimeOnly? value) => default(NullableWriter<TimeOnly, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, TimeSpan)"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, TimeSpan? value) => default(NullableWriter<TimeSpan, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, Memory{byte})"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, Memory<byte>? value) => default(NullableWriter<Memory<byte>, BuiltInWriter>).Write(buffer, value);

    /// <summary>Appends the value as <see cref="Write(BatchBuffer, ReadOnlyMemory{byte})"/> does, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, ReadOnlyMemory<byte>? value) => default(NullableWriter<ReadOnlyMemory<byte>, BuiltInWriter>).Write(buffer, value);
}
