using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Jero.Json.Writing;

/// <summary>
/// Transcodes UTF-16 without surrogates to UTF-8, four units at a time, whatever their lengths. .NET's transcoder predicts what comes next,
/// and is wrong at every space between words that are not ASCII.
/// </summary>
internal static class Utf8Transcoder
{
    /// <summary>The most bytes that one UTF-16 code unit can become, outside surrogate pairs.</summary>
    private const int MaxBytesPerUnit = 3;

    private const int Units = 4;

    /// <summary>
    /// Says for the lengths of four units which bytes of their four lanes are used, and in which order. In the index, the lower four bits say
    /// which lanes have at least two bytes, and the upper four which have three.
    /// </summary>
    private static readonly byte[] Orders = FindOrders();

    /// <summary>Transcodes all of <paramref name="text"/> and returns the length.</summary>
    /// <param name="text">The text, without surrogates.</param>
    /// <param name="target">Room for four bytes for each unit.</param>
    public static int Transcode(ReadOnlySpan<char> text, Span<byte> target)
    {
        // The orders are those of lanes whose lowest byte comes first.
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian)
        {
            return Encoding.UTF8.GetBytes(text, target);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, text.Length * sizeof(uint));
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var to = ref MemoryMarshal.GetReference(target);

        // This stays in bounds: the units before a vector have taken at most three bytes each, and at least four units are left, with room for
        // four bytes each. So the sixteen bytes of the vector fit. Only the bytes that count advance the position.
        var written = 0;
        var read = 0;
        for (; read <= text.Length - Vector128<ushort>.Count; read += Vector128<ushort>.Count)
        {
            var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)read));
            written += Store(lower, ref Unsafe.Add(ref to, written));
            written += Store(upper, ref Unsafe.Add(ref to, written));
        }

        if (read <= text.Length - Units)
        {
            var units = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref from, read)));
            written += Store(Vector128.WidenLower(Vector128.CreateScalar(units).AsUInt16()), ref Unsafe.Add(ref to, written));
            read += Units;
        }

        for (; read < text.Length; read++)
        {
            written += WriteUnit(text[read], target[written..]);
        }

        return written;
    }

    /// <summary>Writes one unit that is not a surrogate, and returns its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteUnit(char unit, Span<byte> target)
    {
        switch (unit)
        {
            case < '\u0080':
                target[0] = (byte)unit;
                return 1;
            case < '\u0800':
                target[1] = (byte)(0x80 | (unit & 0x3F));
                target[0] = (byte)(0xC0 | (unit >> 6));
                return 2;
            default:
                target[2] = (byte)(0x80 | (unit & 0x3F));
                target[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                target[0] = (byte)(0xE0 | (unit >> 12));
                return MaxBytesPerUnit;
        }
    }

    // Each lane has one unit and becomes the bytes of that unit, with the first byte lowest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Store(Vector128<uint> units, ref byte to)
    {
        var rest = Vector128.Create(0x3Fu);
        var continued = Vector128.Create(0x80u);
        var last = (units & rest) | continued;
        var upper = units >>> 6;
        var two = upper | Vector128.Create(0xC0u) | (last << 8);
        var three = (units >>> 12) | Vector128.Create(0xE0u) | (((upper & rest) | continued) << 8) | (last << 16);
        var isLong = Vector128.GreaterThan(units.AsInt32(), Vector128.Create(0x7F));
        var isLonger = Vector128.GreaterThan(units.AsInt32(), Vector128.Create(0x7FF));
        var bytes = Vector128.ConditionalSelect(isLonger.AsUInt32(), three, Vector128.ConditionalSelect(isLong.AsUInt32(), two, units));

        // Below 256, the number of orders.
        var lengths = isLong.ExtractMostSignificantBits() | isLonger.ExtractMostSignificantBits() << Units;
        var order = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Orders), lengths * (uint)Vector128<byte>.Count);
        Vector128.ShuffleNative(bytes.AsByte(), order).StoreUnsafe(ref to);
        return Units + BitOperations.PopCount(lengths);
    }

    private static byte[] FindOrders()
    {
        var orders = new byte[256 * Vector128<byte>.Count];
        for (var lengths = 0; lengths < 256; lengths++)
        {
            var next = lengths * Vector128<byte>.Count;
            for (var lane = 0; lane < Units; lane++)
            {
                var length = 1 + ((lengths >> lane) & 1) + ((lengths >> (lane + Units)) & 1);
                for (var i = 0; i < length; i++)
                {
                    orders[next++] = (byte)(lane * sizeof(uint) + i);
                }
            }
        }

        return orders;
    }
}
