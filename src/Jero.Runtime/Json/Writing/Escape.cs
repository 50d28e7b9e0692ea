using System.Runtime.CompilerServices;

namespace Jero.Json.Writing;

/// <summary>The escape sequences of JSON strings, and which characters beyond ASCII need one.</summary>
internal static class Escape
{
    /// <summary>
    /// One bit for each UTF-16 code unit. The encoder is asked, because the answer depends on the Unicode version of .NET.
    /// </summary>
    private static readonly uint[] Needed = AskEncoder();

    // The letter after the backslash for each character; none if the escape is a number.
    private static ReadOnlySpan<byte> Letters =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, (byte)'b', (byte)'t', (byte)'n', 0, (byte)'f', (byte)'r', 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, (byte)'"', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\\', 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNeeded(char unit) => (Needed[unit >> 5] & (1u << (unit & 31))) != 0;

    /// <summary>Writes the escape of an ASCII character and returns its length.</summary>
    public static int Ascii(char unit, Span<byte> target)
    {
        var letter = Letters[unit];
        if (letter == 0)
        {
            return Unit(unit, target);
        }

        target[1] = letter;
        target[0] = (byte)'\\';
        return 2;
    }

    /// <summary>Writes <c>\uXXXX</c> and returns its length.</summary>
    public static int Unit(char unit, Span<byte> target)
    {
        target[5] = HexDigit(unit);
        target[4] = HexDigit(unit >> 4);
        target[3] = HexDigit(unit >> 8);
        target[2] = HexDigit(unit >> 12);
        target[1] = (byte)'u';
        target[0] = (byte)'\\';
        return 6;
    }

    private static byte HexDigit(int value) => "0123456789ABCDEF"u8[value & 0xF];

    private static uint[] AskEncoder()
    {
        var needed = new uint[0x10000 / 32];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (char.IsSurrogate((char)unit) || JsonDefaults.Encoder.WillEncode(unit))
            {
                needed[unit >> 5] |= 1u << (unit & 31);
            }
        }

        return needed;
    }
}
