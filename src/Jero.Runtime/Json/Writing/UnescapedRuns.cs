using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Jero.Json.Writing;

/// <summary>
/// Finds how far text needs no escape where it is not ASCII: a text is mostly of one script, whose letters lie side by side, so that a vector of
/// units is compared with the bounds of the last few such ranges.
/// </summary>
internal static class UnescapedRuns
{
    private const int AllowedMisses = 8;
    private const int UnitsAMiss = 64;

    /// <summary>Where the need of an escape begins and ends, in turns; the first 32 units need one.</summary>
    private static readonly char[] Bounds = FindBounds();

    /// <summary>How many units need no escape, from the first one on.</summary>
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
        // The last bound that is not behind the unit; another one follows, since the last units of all need an escape.
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

    /// <summary>Units that need no escape, from the first one to so many behind it.</summary>
    private readonly struct Range(Vector128<ushort> first, Vector128<ushort> more)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<ushort> Contains(Vector128<ushort> units) => Vector128.LessThanOrEqual(units - first, more);
    }
}
