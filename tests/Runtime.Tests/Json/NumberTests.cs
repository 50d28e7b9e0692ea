using System.Globalization;
using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class NumberTests
{
    private static readonly string[] ManyDigits =
        ["9999999999999999999999999999", "1000000000000000000000000000", "1234567890123456789012345678", "5000000000000000000000000001"];

    private static readonly bool[] Signs = [false, true];

    [Fact]
    public void Integers_match_from_the_smallest_to_the_largest()
    {
        Oracle.Matches<sbyte, BuiltInWriter>(Enumerable.Range(sbyte.MinValue, 256).Select(value => (sbyte)value));
        Oracle.Matches<byte, BuiltInWriter>(Enumerable.Range(0, 256).Select(value => (byte)value));
        Oracle.Matches<short, BuiltInWriter>(short.MinValue, -1, 0, 9, 10, short.MaxValue);
        Oracle.Matches<ushort, BuiltInWriter>(0, 9, 10, 99, 100, ushort.MaxValue);
        Oracle.Matches<int, BuiltInWriter>(int.MinValue, -1, 0, 1, 10, 1_000_000_000, int.MaxValue);
        Oracle.Matches<uint, BuiltInWriter>(0, 10, 1_000_000_000, uint.MaxValue);
        Oracle.Matches<long, BuiltInWriter>(long.MinValue, -1, 0, 1, 10_000_000_000, long.MaxValue);
        Oracle.Matches<ulong, BuiltInWriter>(0, 10, 10_000_000_000, ulong.MaxValue);
        Oracle.Matches<Int128, BuiltInWriter>(Int128.MinValue, -1, 0, ulong.MaxValue, Int128.MaxValue);
        Oracle.Matches<UInt128, BuiltInWriter>(0, ulong.MaxValue, UInt128.MaxValue);
    }

    [Fact]
    public void Integers_of_every_length_match()
    {
        var random = new Random(1);
        var longs = Enumerable.Range(0, 19).SelectMany(static digits => Around((long)Math.Pow(10, digits)))
            .Concat(Enumerable.Range(0, 100_000).Select(_ => random.NextInt64() >> random.Next(64)))
            .SelectMany(static value => new[] { value, -value })
            .ToList();
        Oracle.Matches<long, BuiltInWriter>(longs);
        Oracle.Matches<int, BuiltInWriter>(longs.Where(static value => value is >= int.MinValue and <= int.MaxValue).Select(static value => (int)value));
        Oracle.Matches<uint, BuiltInWriter>(longs.Where(static value => value is >= 0 and <= uint.MaxValue).Select(static value => (uint)value));

        static long[] Around(long power) => [power - 1, power, power + 1, 2 * power + 1];
    }

    [Fact]
    public void Nullable_numbers_match()
    {
        Oracle.Matches<sbyte?, NullableWriter<sbyte, BuiltInWriter>>(null, sbyte.MinValue);
        Oracle.Matches<byte?, NullableWriter<byte, BuiltInWriter>>(null, byte.MaxValue);
        Oracle.Matches<short?, NullableWriter<short, BuiltInWriter>>(null, short.MinValue);
        Oracle.Matches<ushort?, NullableWriter<ushort, BuiltInWriter>>(null, ushort.MaxValue);
        Oracle.Matches<int?, NullableWriter<int, BuiltInWriter>>(null, int.MinValue);
        Oracle.Matches<uint?, NullableWriter<uint, BuiltInWriter>>(null, uint.MaxValue);
        Oracle.Matches<long?, NullableWriter<long, BuiltInWriter>>(null, long.MinValue);
        Oracle.Matches<ulong?, NullableWriter<ulong, BuiltInWriter>>(null, ulong.MaxValue);
        Oracle.Matches<Int128?, NullableWriter<Int128, BuiltInWriter>>(null, Int128.MinValue);
        Oracle.Matches<UInt128?, NullableWriter<UInt128, BuiltInWriter>>(null, UInt128.MaxValue);
        Oracle.Matches<Half?, NullableWriter<Half, BuiltInWriter>>(null, Half.MinValue);
        Oracle.Matches<float?, NullableWriter<float, BuiltInWriter>>(null, float.MinValue);
        Oracle.Matches<double?, NullableWriter<double, BuiltInWriter>>(null, double.MinValue);
        Oracle.Matches<decimal?, NullableWriter<decimal, BuiltInWriter>>(null, decimal.MinValue);
    }

    [Fact]
    public void Decimals_keep_their_scale() =>
        Oracle.Matches<decimal, BuiltInWriter>(
            decimal.MinValue, decimal.MaxValue, 0m, -0m, -0.0m, 0.000m, 1.50m, 1.5m, -1.500m, 100m, 1e-28m,
            -0.0000000000000000000000000001m,
            1.0000000000000000000000000000m, -7.9228162514264337593543950335m, -0.1234567890123456789012345678m);

    [Fact]
    public void Every_half_matches() =>
        Oracle.Matches<Half, BuiltInWriter>(
            Enumerable.Range(0, 0x10000).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).Where(Half.IsFinite));

    [Fact]
    public void Floats_match_at_their_edges_and_at_random()
    {
        Oracle.Matches<float, BuiltInWriter>(
            0, -0f, 1, -1.5f, 0.1f, 1e-5f, 1e-4f, 123456.7f, 1e7f, 1e15f, 16777216,
            float.MinValue, float.MaxValue, float.Epsilon, -float.Epsilon, 1.17549421E-38f);
        var random = new Random(1);
        Oracle.Matches<float, BuiltInWriter>(
            Enumerable.Range(0, 100_000)
                .Select(_ => BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32)))
                .Where(float.IsFinite));
    }

    [Fact]
    public void Doubles_match_at_their_edges() =>
        Oracle.Matches<double, BuiltInWriter>(
            0, -0d, 1, -1, 0.1, 0.3, 0.1 + 0.2, 1d / 3, 1e-4, 9.9999999999999991E-05, 1e-5, 1e-6, 0.000123, 0.0001, 1.000001, 1.0000001,
            999999999, 999999999.999999, 999999999.9999999, 1e9, 1e14, 999999999999999, 1e15, 1e16, 1e17, 1e21, 123456789012345680,
            double.MinValue, double.MaxValue, double.Epsilon, -double.Epsilon, 2.2250738585072009E-308, 2.2250738585072014E-308,
            Math.PI, Math.E, 9007199254740991, 9007199254740993, -0.5, 0.5, 5e-324, 1.7976931348623155E+308);

    [Fact]
    public void Doubles_match_at_random()
    {
        var random = new Random(2);
        Oracle.Matches<double, BuiltInWriter>(
            Enumerable.Range(0, 200_000)
                .Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)))
                .Where(double.IsFinite));
        Oracle.Matches<double, BuiltInWriter>(Enumerable.Range(0, 100_000).Select(_ => random.NextDouble() * 1000));
    }

    [Fact]
    public void Decimals_of_every_length_and_scale_match() =>
        Oracle.Matches<decimal, BuiltInWriter>(
            from length in Enumerable.Range(0, 29)
            from digits in ManyDigits
            from scale in Enumerable.Range(0, 29)
            let parts = decimal.GetBits(length == 0 ? 0 : decimal.Parse(digits[..length], CultureInfo.InvariantCulture))
            from isNegative in Signs
            select new decimal(parts[0], parts[1], parts[2], isNegative, (byte)scale));

    [Fact]
    public void Doubles_of_few_decimals_match_and_so_do_their_neighbours()
    {
        var random = new Random(3);
        Oracle.Matches<double, BuiltInWriter>(
            from _ in Enumerable.Range(0, 20_000)
            let places = random.Next(9)
            let value = random.NextInt64((long)Math.Pow(10, random.Next(1, 18))) / Math.Pow(10, places)
            from near in new[] { value, -value, Math.BitIncrement(value), Math.BitDecrement(value) }
            select near);
    }

    [Fact]
    public void Numbers_without_a_json_form_fail_in_the_words_of_System_Text_Json()
    {
        Oracle.FailsAlike<double, BuiltInWriter>(double.NaN);
        Oracle.FailsAlike<double, BuiltInWriter>(double.NegativeInfinity);
        Oracle.FailsAlike<float, BuiltInWriter>(float.NaN);
        Oracle.FailsAlike<float?, NullableWriter<float, BuiltInWriter>>(float.PositiveInfinity);
        Oracle.FailsAlike<Half, BuiltInWriter>(Half.NaN);
        Oracle.FailsAlike<Half, BuiltInWriter>(Half.NegativeInfinity);
    }
}
