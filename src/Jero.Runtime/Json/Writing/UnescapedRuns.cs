using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

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
    private static readonly char[] Bounds = FindBounds();

    /// <summary>Returns how many units need no escape, from the first one on.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var newest = new Range(Vector128.Create((ushort)' '), Vector128<ushort>.Zero);
        var (older, oldest) = (newest, newest);
        var misses = 0;
        var length = 0;
        while (length <= text.Length - Vector128<ushort>.Count)
        {
            var units = Vector128.LoadUnsafe(ref first, (nuint)length);
            var known = PlainAscii(units) | newest.Contains(units) | older.Contains(units) | oldest.Contains(units);
            if (known == Vector128<ushort>.AllBitsSet)
            {
                length += Vector128<ushort>.Count;
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
    private static Vector128<ushort> PlainAscii(Vector128<ushort> units) =>
        Vector128.LessThanOrEqual(units - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')))
        & ~(Vector128.Equals(units, Vector128.Create((ushort)'"')) | Vector128.Equals(units, Vector128.Create((ushort)'\\')));

    private static Range RangeOf(char unit)
    {
        // The bound at or before the unit. There is always a next bound, because the last units of all need an escape.
        var (start, end) = (0, Bounds.Length - 1);
        while (end - start > 1)
        {
            var middle = (start + end) / 2;
            (start, end) = Bounds[middle] <= unit ? (middle, end) : (start, middle);
        }

        return new(Vector128.Create((ushort)Bounds[start]), Vector128.Create((ushort)(Bounds[end] - 1 - Bounds[start])));
    }

    private static char[] FindBounds()
    {
        var bounds = new StringBuilder();
        var isNeeded = true;
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (Escape.IsNeeded((char)unit) != isNeeded)
            {
                isNeeded = !isNeeded;
                bounds.Append((char)unit);
            }
        }

        return bounds.ToString().ToCharArray();
    }

    /// <summary>Holds a range of units that need no escape, by its first unit and the number of units after it.</summary>
    private readonly struct Range(Vector128<ushort> first, Vector128<ushort> more)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<ushort> Contains(Vector128<ushort> units) => Vector128.LessThanOrEqual(units - first, more);
    }
}
