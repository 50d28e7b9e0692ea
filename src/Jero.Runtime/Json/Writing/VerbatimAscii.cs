using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Jero.Json.Writing;

/// <summary>
/// Copies ASCII text that needs no escaping, and checks and narrows it in one pass. For the short strings of most items, a search followed
/// by a transcoding call costs twice as much.
/// </summary>
internal static class VerbatimAscii
{
    /// <summary>
    /// Copies the longest prefix of printable ASCII without <c>"</c> and <c>\</c>, and returns its length. The target must be as
    /// long as the source; what follows the prefix in it is undefined.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CopyPrefix(ReadOnlySpan<char> source, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, source.Length);
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source));
        ref var to = ref MemoryMarshal.GetReference(target);
        return source.Length switch
        {
            >= 32 when Vector256.IsHardwareAccelerated => CopyWide(ref from, ref to, source.Length),
            >= 16 => CopyLong(ref from, ref to, source.Length),
            >= 8 => CopyEightToFifteen(ref from, ref to, source.Length),
            >= 4 => CopyFourToSeven(ref from, ref to, source.Length),
            _ => CopyFew(source, target),
        };
    }

    /// <summary>
    /// Copies some of the leading characters of <paramref name="source"/> that need no escape, and returns how many, at least one. It is
    /// for the text between escapes, which is short, so it looks only once. The first character is known to need no escape. The target must
    /// be as long as the source.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CopyRun(ReadOnlySpan<char> source, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, source.Length);
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source));
        ref var to = ref MemoryMarshal.GetReference(target);
        if (source.Length >= Vector128<byte>.Count)
        {
            var bytes = Narrow(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, (nuint)Vector128<ushort>.Count));
            bytes.StoreUnsafe(ref to);
            return BitOperations.TrailingZeroCount(FindSpecial(bytes) | (1u << Vector128<byte>.Count));
        }

        if (source.Length >= Vector128<ushort>.Count)
        {
            var units = Vector128.LoadUnsafe(ref from);
            var bytes = Narrow(units, units);
            bytes.GetLower().StoreUnsafe(ref to);
            return BitOperations.TrailingZeroCount(FindSpecial(bytes) | (1u << Vector128<ushort>.Count));
        }

        return CopyFew(source, target);
    }

    // Like CopyLong, with vectors of twice the size. It checks four of them together as long as four are left.
    private static int CopyWide(ref ushort from, ref byte to, int length)
    {
        const int Four = 128;

        var start = 0;
        for (; start <= length - Four; start += Four)
        {
            var special = CopyVector(ref from, ref to, start) | CopyVector(ref from, ref to, start + 32)
                | CopyVector(ref from, ref to, start + 64) | CopyVector(ref from, ref to, start + 96);
            if (special != Vector256<byte>.Zero)
            {
                break;
            }
        }

        // The rest, or the four vectors with the special character. The last vector may overlap what is already copied.
        var last = length - Vector256<byte>.Count;
        for (; start < length; start += Vector256<byte>.Count)
        {
            start = Math.Min(start, last);
            var special = CopyVector(ref from, ref to, start).ExtractMostSignificantBits();
            if (special != 0)
            {
                return start + BitOperations.TrailingZeroCount(special);
            }
        }

        return length;
    }

    /// <summary>Copies 32 characters, and returns a vector with all bits set for each special one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> CopyVector(ref ushort from, ref byte to, int start)
    {
        var bytes = NarrowWide(ref from, start);
        bytes.StoreUnsafe(ref to, (nuint)start);
        return Special(bytes);
    }

    private static int CopyLong(ref ushort from, ref byte to, int length)
    {
        var last = length - Vector128<byte>.Count;
        for (var start = 0; ; start = Math.Min(start + Vector128<byte>.Count, last))
        {
            var bytes = Narrow(
                Vector128.LoadUnsafe(ref from, (nuint)start),
                Vector128.LoadUnsafe(ref from, (nuint)(start + Vector128<ushort>.Count)));
            bytes.StoreUnsafe(ref to, (nuint)start);
            var special = FindSpecial(bytes);
            if (special != 0)
            {
                return start + BitOperations.TrailingZeroCount(special);
            }

            if (start == last)
            {
                return length;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CopyEightToFifteen(ref ushort from, ref byte to, int length)
    {
        // Two halves that overlap, so that every length needs the same few instructions.
        var second = length - Vector128<ushort>.Count;
        var bytes = Narrow(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, (nuint)second));
        Unsafe.WriteUnaligned(ref to, bytes.AsUInt64()[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, second), bytes.AsUInt64()[1]);
        return LengthOfPrefix(FindSpecial(bytes), Vector128<ushort>.Count, second, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CopyFourToSeven(ref ushort from, ref byte to, int length)
    {
        var second = length - Vector64<ushort>.Count;
        var units = Vector128.Create(FourUnits(ref from), FourUnits(ref Unsafe.Add(ref from, second))).AsUInt16();
        var bytes = Narrow(units, units);
        Unsafe.WriteUnaligned(ref to, bytes.AsUInt32()[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, second), bytes.AsUInt32()[1]);
        return LengthOfPrefix(FindSpecial(bytes) & 0xFF, Vector64<ushort>.Count, second, length);
    }

    private static ulong FourUnits(ref ushort from) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref from));

    private static int CopyFew(ReadOnlySpan<char> source, Span<byte> target)
    {
        for (var i = 0; i < source.Length; i++)
        {
            var unit = source[i];
            if (unit is < ' ' or > '~' or '"' or '\\')
            {
                return i;
            }

            target[i] = (byte)unit;
        }

        return source.Length;
    }

    private static int LengthOfPrefix(uint special, int half, int second, int length)
    {
        if (special == 0)
        {
            return length;
        }

        var index = BitOperations.TrailingZeroCount(special);
        return index < half ? index : second + index - half;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector128<ushort> lower, Vector128<ushort> upper) =>
        // Saturating, because a character that is not ASCII must not look like one.
        Vector128.NarrowWithSaturation(lower, upper);

    /// <summary>Returns one bit for every byte that is not printable ASCII, or that is <c>"</c> or <c>\</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FindSpecial(Vector128<byte> bytes)
    {
        var unprintable = Vector128.GreaterThan(bytes - Vector128.Create((byte)' '), Vector128.Create((byte)('~' - ' ')));
        var quotation = Vector128.Equals(bytes, Vector128.Create((byte)'"'));
        var backslash = Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
        return (unprintable | quotation | backslash).ExtractMostSignificantBits();
    }

    /// <summary>Returns all bits set for every byte that is not printable ASCII, or that is <c>"</c> or <c>\</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Special(Vector256<byte> bytes)
    {
        // Adding one makes '~' the greatest signed byte, so that DEL and bytes that are not ASCII become negative, unless they are small.
        var unprintable = Vector256.LessThan((bytes + Vector256<byte>.One).AsSByte(), Vector256.Create((sbyte)(' ' + 1))).AsByte();
        return unprintable | Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\'));
    }

    /// <summary>Narrows 32 units to bytes. Units that are not ASCII become special bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> NarrowWide(ref ushort from, int start)
    {
        var lower = Vector256.LoadUnsafe(ref from, (nuint)start);
        var upper = Vector256.LoadUnsafe(ref from, (nuint)(start + Vector256<ushort>.Count));
        if (!Avx2.IsSupported)
        {
            return Vector256.NarrowWithSaturation(lower, upper);
        }

        // The instruction treats the units as signed: those from 0x8000 on become 0, which is a control character.
        const byte InOrder = 0b11_01_10_00;
        return Avx2.Permute4x64(Avx2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16()).AsUInt64(), InOrder).AsByte();
    }
}
