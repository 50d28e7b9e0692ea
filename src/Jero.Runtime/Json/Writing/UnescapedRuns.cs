using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Jero.Json.Writing;

/// <summary>
/// Finds how far text that is not ASCII needs no escape. Most text is in one script, whose letters are next to each other in Unicode, so a
/// vector of units is compared with the bounds of the last few such ranges.
/// </summary>
internal static class UnescapedRuns
{
    private const int AllowedMisses = 8;
    private const int UnitsAMiss = 64;

    /// <summary>The units where ranges that need an escape begin and end, in turn. The first 32 units need one.</summary>
    private static readonly ushort[] Bounds = FindBounds();

    /// <summary>Returns how many units need no escape, from the first one on.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var newest = new Range(Vector256.Create((ushort)' '), Vector256<ushort>.Zero);
        var (older, oldest) = (newest, newest);
        var misses = 0;
        var length = 0;
        while (length <= text.Length - Vector256<ushort>.Count)
        {
            var units = Vector256.LoadUnsafe(ref first, (nuint)length);
            var known = PlainAscii(units) | newest.Contains(units) | older.Contains(units) | oldest.Contains(units);
            if (known == Vector256<ushort>.AllBitsSet)
            {
                length += Vector256<ushort>.Count;
                continue;
            }

            length += BitOperations.TrailingZeroCount(~known.ExtractMostSignificantBits());
            var unit = text[length];
            if (Escape.IsNeeded(unit))
            {
                return length;
            }

            // A script with many gaps is faster read unit by unit.
            if (++misses > AllowedMisses + length / UnitsAMiss)
            {
                break;
            }

            (newest, older, oldest) = (RangeOf(unit), newest, older);
        }

        while (length < text.Length && !Escape.IsNeeded(text[length]))
        {
            length++;
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> PlainAscii(Vector256<ushort> units) =>
        Vector256.LessThanOrEqual(units - Vector256.Create((ushort)' '), Vector256.Create((ushort)('~' - ' ')))
        & ~(Vector256.Equals(units, Vector256.Create((ushort)'"')) | Vector256.Equals(units, Vector256.Create((ushort)'\\')));

    private static Range RangeOf(char unit)
    {
        // The bound at or before the unit. There is always a next bound, because the last units of all need an escape.
        var found = Bounds.AsSpan().BinarySearch((ushort)unit);
        var start = found >= 0 ? found : ~found - 1;
        return new(Vector256.Create(Bounds[start]), Vector256.Create((ushort)(Bounds[start + 1] - 1 - Bounds[start])));
    }

    private static ushort[] FindBounds()
    {
        List<ushort> bounds = [];
        var isNeeded = true;
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (Escape.IsNeeded((char)unit) != isNeeded)
            {
                isNeeded = !isNeeded;
                bounds.Add((ushort)unit);
            }
        }

        return [.. bounds];
    }

    /// <summary>Holds a range of units that need no escape, by its first unit and the number of units after it.</summary>
    private readonly struct Range(Vector256<ushort> first, Vector256<ushort> more)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<ushort> Contains(Vector256<ushort> units) => Vector256.LessThanOrEqual(units - first, more);
    }
}
