using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes every type that has a JSON form of its own: strings, numbers, dates and bytes. <see cref="NullableWriter{T, TWriter}"/> writes
/// nullable types.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BuiltInWriter :
    IJsonWriter<string?>,
    IJsonWriter<Uri?>,
    IJsonWriter<Version?>,
    IJsonWriter<bool>,
    IJsonWriter<char>,
    IJsonWriter<sbyte>,
    IJsonWriter<byte>,
    IJsonWriter<short>,
    IJsonWriter<ushort>,
    IJsonWriter<int>,
    IJsonWriter<uint>,
    IJsonWriter<long>,
    IJsonWriter<ulong>,
    IJsonWriter<Int128>,
    IJsonWriter<UInt128>,
    IJsonWriter<Half>,
    IJsonWriter<float>,
    IJsonWriter<double>,
    IJsonWriter<decimal>,
    IJsonWriter<Guid>,
    IJsonWriter<DateTime>,
    IJsonWriter<DateTimeOffset>,
    IJsonWriter<DateOnly>,
    IJsonWriter<TimeOnly>,
    IJsonWriter<TimeSpan>,
    IJsonWriter<Memory<byte>>,
    IJsonWriter<ReadOnlyMemory<byte>>,
    IJsonWriter<byte[]?>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, string? value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Uri? value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Version? value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, bool value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, char value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, sbyte value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, byte value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, short value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ushort value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, int value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, uint value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, long value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ulong value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Int128 value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, UInt128 value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Half value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, float value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, double value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, decimal value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Guid value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, DateTime value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, DateTimeOffset value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, DateOnly value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, TimeOnly value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, TimeSpan value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Memory<byte> value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ReadOnlyMemory<byte> value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, byte[]? value) => JsonFormat.Write(buffer, value);
}
