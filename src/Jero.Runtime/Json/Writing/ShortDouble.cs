using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Jero.Json.Writing;

/// <summary>
/// Formats the doubles that most items have, such as prices, ratings and coordinates, several times faster than the general shortest-digits
/// search. It handles those with at most nine digits before the point and six after it.
/// </summary>
/// <remarks>
/// The result is exact. A quotient of two exactly representable numbers is correctly rounded, so the value is the double nearest to the
/// decimal that was found. No two decimals of up to 15 digits share a double, so that decimal is also the shortest one that reads back.
/// </remarks>
internal static class ShortDouble
{
    /// <summary>A sign, nine digits, the point, six digits, and two bytes that are written with them and not counted.</summary>
    public const int MaxLength = 1 + 9 + 1 + Decimals + 2;

    private const int Decimals = 6;
    private const uint Scale = 1_000_000;

    // Smaller values have an exponent in the general form, and zero may be negative.
    private const double Smallest = 1e-4;
    private const double Limit = 1e9;

    /// <summary>
    /// Writes the value and returns its length, or returns 0 if the value needs the general algorithm. The target must have room for
    /// <see cref="MaxLength"/> bytes.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Write(Span<byte> target, double value)
    {
        var magnitude = Math.Abs(value);
        if (!(magnitude is >= Smallest and < Limit))
        {
            return 0;
        }

        var scaled = (long)(magnitude * Scale + 0.5);
        if ((double)scaled / Scale != magnitude)
        {
            return 0;
        }

        var (whole, fraction) = Math.DivRem((ulong)scaled, Scale);
        var written = 0;
        if (value < 0)
        {
            target[written++] = (byte)'-';
        }

        written += Digits.Write(target[written..], (int)whole);
        if (fraction != 0)
        {
            written += WriteFraction((uint)fraction, target[written..]);
        }

        return written;
    }

    private static int WriteFraction(uint fraction, Span<byte> target)
    {
        // Prices and ratings have at most two digits: a branch that is predicted costs less than waiting for a length.
        var (hundredths, beyond) = Math.DivRem(fraction, 10_000);
        if (beyond == 0)
        {
            var (first, second) = Math.DivRem(hundredths, 10);
            target[2] = (byte)('0' + second);
            target[1] = (byte)('0' + first);
            target[0] = (byte)'.';
            return second == 0 ? 2 : 3;
        }

        var digits = Digits.OfSix(fraction);
        target[0] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(target[1..], digits);

        // The last digit is in the highest byte that is used, so the highest bit that is set belongs to the last digit that is not zero.
        return 1 + Decimals - BitOperations.LeadingZeroCount((digits ^ Digits.SixZeros) << 16) / 8;
    }
}
