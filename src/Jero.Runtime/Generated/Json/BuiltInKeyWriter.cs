using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Writes every built-in type that System.Text.Json allows as the key of a dictionary.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BuiltInKeyWriter :
    IJsonKeyWriter<string>,
    IJsonKeyWriter<bool>,
    IJsonKeyWriter<sbyte>,
    IJsonKeyWriter<byte>,
    IJsonKeyWriter<short>,
    IJsonKeyWriter<ushort>,
    IJsonKeyWriter<int>,
    IJsonKeyWriter<uint>,
    IJsonKeyWriter<long>,
    IJsonKeyWriter<ulong>,
    IJsonKeyWriter<Int128>,
    IJsonKeyWriter<UInt128>,
    IJsonKeyWriter<Half>,
    IJsonKeyWriter<float>,
    IJsonKeyWriter<double>,
    IJsonKeyWriter<decimal>,
    IJsonKeyWriter<char>,
    IJsonKeyWriter<Guid>,
    IJsonKeyWriter<DateTime>,
    IJsonKeyWriter<DateTimeOffset>,
    IJsonKeyWriter<DateOnly>,
    IJsonKeyWriter<TimeOnly>,
    IJsonKeyWriter<TimeSpan>,
    IJsonKeyWriter<Uri>,
    IJsonKeyWriter<Version>
{
    private const int MaxLengthOfNumber = 32;

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, string key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, bool key) => buffer.Write(key ? "\"True\""u8 : "\"False\""u8);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, sbyte key) => WriteQuoted<sbyte, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, byte key) => WriteQuoted<byte, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, short key) => WriteQuoted<short, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ushort key) => WriteQuoted<ushort, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, int key) => WriteQuoted<int, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, uint key) => WriteQuoted<uint, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, long key) => WriteQuoted<long, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ulong key) => WriteQuoted<ulong, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Int128 key) => WriteQuoted<Int128, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, UInt128 key) => WriteQuoted<UInt128, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    /// <remarks>NaN and the infinities are written by name, unlike those of <see cref="double"/>.</remarks>
    public void Write(BatchBuffer buffer, Half key) => JsonFormat.WriteQuoted(buffer, key, MaxLengthOfNumber);

    /// <inheritdoc />
    /// <remarks>NaN and the infinities are written by name, unlike those of <see cref="double"/>.</remarks>
    public void Write(BatchBuffer buffer, float key) => JsonFormat.WriteQuoted(buffer, key, MaxLengthOfNumber);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, double key) => WriteQuoted<double, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, decimal key) => WriteQuoted<decimal, BuiltInWriter>(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, char key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Guid key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, DateTime key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, DateTimeOffset key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, DateOnly key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, TimeOnly key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, TimeSpan key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Uri key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Version key) => JsonFormat.Write(buffer, key);

    private static void WriteQuoted<T, TWriter>(BatchBuffer buffer, T key)
        where TWriter : struct, IJsonWriter<T>
    {
        buffer.WriteByte((byte)'"');
        default(TWriter).Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }
}
