using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    // Like CopyLong, with vectors of twice the size.
    private static int CopyWide(ref ushort from, ref byte to, int length)
    {
        var last = length - Vector256<byte>.Count;
        for (var start = 0; ; start = Math.Min(start + Vector256<byte>.Count, last))
        {
            var bytes = Vector256.NarrowWithSaturation(
                Vector256.LoadUnsafe(ref from, (nuint)start),
                Vector256.LoadUnsafe(ref from, (nuint)(start + Vector256<ushort>.Count)));
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

    private static int CopyEightToFifteen(ref ushort from, ref byte to, int length)
    {
        // Two halves that overlap, so that every length needs the same few instructions.
        var second = length - Vector128<ushort>.Count;
        var bytes = Narrow(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, (nuint)second));
        Unsafe.WriteUnaligned(ref to, bytes.AsUInt64()[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, second), bytes.AsUInt64()[1]);
        return LengthOfPrefix(FindSpecial(bytes), Vector128<ushort>.Count, second, length);
    }

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

    /// <inheritdoc cref="FindSpecial(Vector128{byte})" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FindSpecial(Vector256<byte> bytes)
    {
        var unprintable = Vector256.GreaterThan(bytes - Vector256.Create((byte)' '), Vector256.Create((byte)('~' - ' ')));
        var quotation = Vector256.Equals(bytes, Vector256.Create((byte)'"'));
        var backslash = Vector256.Equals(bytes, Vector256.Create((byte)'\\'));
        return (unprintable | quotation | backslash).ExtractMostSignificantBits();
    }
}
