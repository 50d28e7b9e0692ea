using System.ComponentModel;
using System.Globalization;

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
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, string key) => JsonFormat.Write(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, bool key) => buffer.Write(key ? "\"True\""u8 : "\"False\""u8);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, sbyte key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, byte key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, short key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ushort key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, int key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, uint key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, long key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ulong key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Int128 key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, UInt128 key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    /// <remarks>NaN and the infinities are written by name, unlike those of <see cref="double"/>.</remarks>
    public void Write(BatchBuffer buffer, Half key) => WriteFormatted(buffer, key);

    /// <inheritdoc />
    /// <remarks>NaN and the infinities are written by name, unlike those of <see cref="double"/>.</remarks>
    public void Write(BatchBuffer buffer, float key) => WriteFormatted(buffer, key);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, double key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, decimal key)
    {
        buffer.WriteByte((byte)'"');
        JsonFormat.Write(buffer, key);
        buffer.WriteByte((byte)'"');
    }

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

    private static void WriteFormatted<T>(BatchBuffer buffer, T key)
        where T : struct, IUtf8SpanFormattable
    {
        const int MaxLength = 32;
        buffer.WriteByte((byte)'"');
        key.TryFormat(buffer.Reserve(MaxLength), out var written, default, CultureInfo.InvariantCulture);
        buffer.Count(written);
        buffer.WriteByte((byte)'"');
    }
}
