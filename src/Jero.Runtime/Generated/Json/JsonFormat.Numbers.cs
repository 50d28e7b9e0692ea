using System.Globalization;
using System.Runtime.CompilerServices;
using Jero.Json.Writing;

namespace Jero.Generated;

public static partial class JsonFormat
{
    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, sbyte value) => Write(buffer, (int)value);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, byte value) => Write(buffer, (int)value);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, short value) => Write(buffer, (int)value);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, ushort value) => Write(buffer, (int)value);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, int value) =>
        buffer.Count(Digits.Write(buffer.Reserve(Digits.MaxLengthOfInt32), value));

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, uint value) => Write(buffer, (long)value);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, long value) =>
        buffer.Count(Digits.Write(buffer.Reserve(Digits.MaxLengthOfInt64), value));

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, ulong value) => WriteNumber(buffer, value, maxLength: 20);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, Int128 value) => WriteNumber(buffer, value, maxLength: 40);

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, UInt128 value) => WriteNumber(buffer, value, maxLength: 39);

    /// <summary>Appends a number with its scale: <c>1.50m</c> is <c>1.50</c>.</summary>
    public static void Write(BatchBuffer buffer, decimal value)
    {
        var written = ShortDecimal.Write(buffer.Reserve(ShortDecimal.MaxLength), value);
        if (written > 0)
        {
            buffer.Count(written);
        }
        else
        {
            WriteNumber(buffer, value, maxLength: ShortDecimal.MaxLength);
        }
    }

    /// <summary>Appends the shortest number that reads back as the same value.</summary>
    /// <exception cref="System.Text.Json.JsonException">Not a number, or infinite.</exception>
    public static void Write(BatchBuffer buffer, Half value)
    {
        if (!Half.IsFinite(value))
        {
            NotFinite.Throw(value);
        }

        WriteNumber(buffer, value, maxLength: 16);
    }

    /// <summary>Appends the shortest number that reads back as the same value.</summary>
    /// <exception cref="ArgumentException">Not a number, or infinite.</exception>
    public static void Write(BatchBuffer buffer, float value)
    {
        if (!float.IsFinite(value))
        {
            NotFinite.Throw(value);
        }

        WriteNumber(buffer, value, maxLength: 32);
    }

    /// <summary>Appends the shortest number that reads back as the same value.</summary>
    /// <exception cref="ArgumentException">Not a number, or infinite.</exception>
    public static void Write(BatchBuffer buffer, double value)
    {
        var written = ShortDouble.Write(buffer.Reserve(ShortDouble.MaxLength), value);
        if (written > 0)
        {
            buffer.Count(written);
            return;
        }

        if (!double.IsFinite(value))
        {
            NotFinite.Throw(value);
        }

        WriteNumber(buffer, value, maxLength: 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteNumber<T>(BatchBuffer buffer, T value, int maxLength)
        where T : struct, IUtf8SpanFormattable
    {
        if (!value.TryFormat(buffer.Reserve(maxLength), out var written, default, CultureInfo.InvariantCulture))
        {
            ThrowTooLong<T>();
        }

        buffer.Count(written);
    }
}
