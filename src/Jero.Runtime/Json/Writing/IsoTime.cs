using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Jero.Json.Writing;

/// <summary>
/// Writes dates and times as JSON strings with their quotation marks, in the formats <c>O</c> (without trailing zeros of the fraction) and
/// <c>c</c>. It stores eight bytes at once. If that is more than a part needs, the next store overwrites the rest, or nobody reads it.
/// </summary>
internal static class IsoTime
{
    /// <summary>Room for a date with a time: a quotation mark, 19 bytes, eight for the fraction, and eight for the zone, of which six count.</summary>
    public const int MaxLength = 1 + 19 + 8 + 8;

    /// <summary>Room for a date: a quotation mark, the year, and eight bytes, of which seven count.</summary>
    public const int MaxLengthOfDate = 1 + 4 + 8;

    /// <summary>Room for a duration: a quotation mark, a sign, eight digits, a point, eight bytes of the time, eight of the fraction, a quotation mark.</summary>
    public const int MaxLengthOfDuration = 1 + 1 + 8 + 1 + 8 + 8 + 1;

    private const ulong Quotation = '"';
    private const ulong NoFraction = '.' | 0x3030_3030_3030_3000;

    /// <summary>Writes a date and time that is not in the machine's own time zone.</summary>
    public static int Write(Span<byte> target, DateTime value)
    {
        var length = WriteClock(target, value);
        if (value.Kind == DateTimeKind.Utc)
        {
            target[length++] = (byte)'Z';
        }

        target[length] = (byte)Quotation;
        return length + 1;
    }

    public static int Write(Span<byte> target, DateTimeOffset value)
    {
        var length = WriteClock(target, value.DateTime);
        var offset = value.TotalOffsetMinutes;
        var minutes = (uint)Math.Abs(offset);
        var zone = (offset < 0 ? '-' : (ulong)'+') | (ulong)Digits.OfTwo(minutes / 60) << 8 | (ulong)':' << 24 | (ulong)Digits.OfTwo(minutes % 60) << 32;
        BinaryPrimitives.WriteUInt64LittleEndian(target[length..], zone | Quotation << 48);
        return length + 7;
    }

    public static int Write(Span<byte> target, DateOnly value)
    {
        var (year, month, day) = value;
        WriteDate(target, year, month, day, end: Quotation);
        return 12;
    }

    public static int Write(Span<byte> target, TimeSpan value)
    {
        var length = 0;
        target[length++] = (byte)Quotation;
        var ticks = unchecked((ulong)value.Ticks);
        if (value < TimeSpan.Zero)
        {
            target[length++] = (byte)'-';
            ticks = unchecked(0 - ticks);
        }

        var (days, ofDay) = Math.DivRem(ticks, TimeSpan.TicksPerDay);
        if (days > 0)
        {
            length += Digits.Write(target[length..], (long)days);
            target[length++] = (byte)'.';
        }

        var fraction = WriteTime(target[length..], ofDay);
        length += 8;
        if (fraction > 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(target[length..], Fraction(fraction));
            length += 8;
        }

        target[length] = (byte)Quotation;
        return length + 1;
    }

    /// <summary>Writes a quotation mark, the date and the time, without a zone.</summary>
    private static int WriteClock(Span<byte> target, DateTime value)
    {
        const int Point = 20;

        var (year, month, day) = DateOnly.FromDateTime(value);
        WriteDate(target, year, month, day, end: 'T');
        var fraction = WriteTime(target[12..], (ulong)value.Ticks % TimeSpan.TicksPerDay);
        if (fraction == 0)
        {
            return Point;
        }

        // The last digit is in the highest byte, so the highest bit that is set belongs to the last digit that is not zero.
        var digits = Fraction(fraction);
        BinaryPrimitives.WriteUInt64LittleEndian(target[Point..], digits);
        return Point + 8 - BitOperations.LeadingZeroCount(digits ^ NoFraction) / 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteDate(Span<byte> target, int year, int month, int day, ulong end)
    {
        target[0] = (byte)Quotation;
        BinaryPrimitives.WriteUInt32LittleEndian(target[1..], Digits.OfTwo((uint)year / 100) | (uint)Digits.OfTwo((uint)year % 100) << 16);
        BinaryPrimitives.WriteUInt64LittleEndian(
            target[5..], '-' | (ulong)Digits.OfTwo((uint)month) << 8 | (ulong)'-' << 24 | (ulong)Digits.OfTwo((uint)day) << 32 | end << 48);
    }

    /// <summary>Writes <c>HH:mm:ss</c> and returns the ticks beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint WriteTime(Span<byte> target, ulong ticksOfDay)
    {
        var (seconds, fraction) = Math.DivRem(ticksOfDay, TimeSpan.TicksPerSecond);
        var (minutes, second) = Math.DivRem((uint)seconds, 60);
        var (hour, minute) = Math.DivRem(minutes, 60);
        BinaryPrimitives.WriteUInt64LittleEndian(
            target, Digits.OfTwo(hour) | (ulong)':' << 16 | (ulong)Digits.OfTwo(minute) << 24 | (ulong)':' << 40 | (ulong)Digits.OfTwo(second) << 48);
        return (uint)fraction;
    }

    /// <summary>Returns a point and seven digits, with the point in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fraction(uint ticks)
    {
        var (first, others) = Math.DivRem(ticks, 1_000_000);
        return '.' | (ulong)('0' + first) << 8 | Digits.OfSix(others) << 16;
    }
}
