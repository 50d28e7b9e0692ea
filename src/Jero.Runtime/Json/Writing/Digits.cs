using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Jero.Json.Writing;

/// <summary>
/// Writes integers as decimal digits, like <see cref="int.TryFormat(Span{byte}, out int, ReadOnlySpan{char}, IFormatProvider?)"/> with the
/// invariant culture, but in one short call. That method first looks at the format and the culture and pins the target, which costs as much
/// as the digits.
/// </summary>
internal static class Digits
{
    /// <summary>A sign and ten digits.</summary>
    public const int MaxLengthOfInt32 = 11;

    /// <summary>A sign and nineteen digits.</summary>
    public const int MaxLengthOfInt64 = 20;

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    /// <summary>Writes a number and returns its length. The target must have room for <see cref="MaxLengthOfInt32"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Write(Span<byte> target, int value) =>
        (uint)value < 10_000 ? WriteUpToFour(ref MemoryMarshal.GetReference(target), (uint)value) : WriteOther(target, value);

    /// <summary>Writes a number and returns its length. The target must have room for <see cref="MaxLengthOfInt64"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Write(Span<byte> target, long value) =>
        (ulong)value < 10_000 ? WriteUpToFour(ref MemoryMarshal.GetReference(target), (uint)value) : WriteOther(target, value);

    /// <summary>The result of <see cref="OfSix"/> for zero.</summary>
    public const ulong SixZeros = 0x3030_3030_3030;

    /// <summary>Returns the six digits of a number below a million, with the first in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfSix(uint value)
    {
        var upper = value / 10_000;
        var lower = value - upper * 10_000;
        var middle = lower / 100;
        return OfTwo(upper) | (ulong)OfTwo(middle) << 16 | (ulong)OfTwo(lower - middle * 100) << 32;
    }

    /// <summary>Returns the two digits of a number below a hundred, with the first in the lower byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort OfTwo(uint value)
    {
        var pair = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), value * 2));
        return BitConverter.IsLittleEndian ? pair : BinaryPrimitives.ReverseEndianness(pair);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteOther(Span<byte> target, long value)
    {
        ref var first = ref MemoryMarshal.GetReference(target);
        if (value >= 0)
        {
            return Write(ref first, (ulong)value);
        }

        first = (byte)'-';
        return 1 + Write(ref Unsafe.Add(ref first, 1), unchecked((ulong)-value));
    }

    private static int Write(ref byte first, ulong value)
    {
        if (value < 10_000)
        {
            return WriteUpToFour(ref first, (uint)value);
        }

        if (value < 100_000_000)
        {
            var (upper, lower) = Math.DivRem((uint)value, 10_000);
            var length = WriteUpToFour(ref first, upper);
            WriteFour(ref Unsafe.Add(ref first, length), lower);
            return length + 4;
        }
        else
        {
            var (upper, lower) = Math.DivRem(value, 100_000_000);
            var length = Write(ref first, upper);
            var (middle, last) = Math.DivRem((uint)lower, 10_000);
            WriteFour(ref Unsafe.Add(ref first, length), middle);
            WriteFour(ref Unsafe.Add(ref first, length + 4), last);
            return length + 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteUpToFour(ref byte first, uint value)
    {
        if (value < 10)
        {
            first = (byte)('0' + value);
            return 1;
        }

        if (value < 100)
        {
            WriteTwo(ref first, value);
            return 2;
        }

        if (value >= 1_000)
        {
            WriteFour(ref first, value);
            return 4;
        }

        var upper = value / 100;
        first = (byte)('0' + upper);
        WriteTwo(ref Unsafe.Add(ref first, 1), value - upper * 100);
        return 3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteFour(ref byte first, uint value)
    {
        var upper = value / 100;
        WriteTwo(ref first, upper);
        WriteTwo(ref Unsafe.Add(ref first, 2), value - upper * 100);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteTwo(ref byte first, uint value) => Unsafe.WriteUnaligned(
        ref first, Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), value * 2)));
}
