using Jero;

namespace Corpus;

public sealed record Doubles(double Value, double? Maybe, double[] Many);

public sealed record Floats(float Value, float? Maybe, float[] Many);

public sealed record Halves(Half Value, Half? Maybe, Half[] Many);

public sealed record Decimals(decimal Value, decimal? Maybe, List<decimal> Many);

[Endpoint("/corpus/fractions/double")]
public sealed partial class DoublesCase : CorpusCase<Doubles>
{
    private static readonly double[] Corners =
    [
        0, -0.0, 1, -1, 0.1, -0.1, 0.3, 1.5, 8.25, 100, 123456789, 0.00001, 0.0001, 1e15, 1e16, 1e17, 1e20, 1e21, 1e22, 1e23, 1e300, -1e-300,
        double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.2250738585072009e-308,
        Math.PI, 1.0 / 3, 9007199254740991, 9007199254740993, 4.35, 2.675, 5e-324,
    ];

    protected override IEnumerable<Doubles> Values =>
        [new(0, null, []), .. Corners.Select(value => new Doubles(value, value, [value, -value])), new(1, null, Corners)];

    public NDJSONStreamingResponse<Doubles> Get() => Stream();
}

[Endpoint("/corpus/fractions/float")]
public sealed partial class FloatsCase : CorpusCase<Floats>
{
    private static readonly float[] Corners =
    [
        0, -0f, 1, -1, 0.1f, 1.5f, 16777216, 16777217, 1e8f, 1e9f, 1e10f, 0.0001f, 0.00001f, float.MaxValue, float.MinValue, float.Epsilon,
        1.17549435e-38f, 1.1754942e-38f, MathF.PI,
    ];

    protected override IEnumerable<Floats> Values =>
        [new(0, null, []), .. Corners.Select(value => new Floats(value, value, [value, -value]))];

    public NDJSONStreamingResponse<Floats> Get() => Stream();
}

[Endpoint("/corpus/fractions/half")]
public sealed partial class HalvesCase : CorpusCase<Halves>
{
    private static readonly Half[] Corners =
    [
        Half.Zero, Half.NegativeZero, Half.One, Half.MaxValue, Half.MinValue, Half.Epsilon, (Half)0.1f, (Half)1.5f, (Half)2049, (Half)0.00006103515625f,
    ];

    protected override IEnumerable<Halves> Values =>
        [new(Half.Zero, null, []), .. Corners.Select(value => new Halves(value, value, [value, -value]))];

    public NDJSONStreamingResponse<Halves> Get() => Stream();
}

[Endpoint("/corpus/fractions/decimal")]
public sealed partial class DecimalsCase : CorpusCase<Decimals>
{
    // The scale is part of the value: 1.10 keeps its zero.
    private static readonly decimal[] Corners =
    [
        0m, 0.0m, 0.000m, -0.0m, new(0, 0, 0, isNegative: true, scale: 0), 1m, 1.0m, 1.10m, 1.100m, -1.10m, 100m, 0.1m, 1e-28m, 0.0000001m,
        123456789.123456789m, decimal.MaxValue, decimal.MinValue, 79228162514264.337593543950335m, 7.9228162514264337593543950335m,
    ];

    protected override IEnumerable<Decimals> Values =>
        [new(0, null, []), .. Corners.Select(value => new Decimals(value, value, [value, -value]))];

    public NDJSONStreamingResponse<Decimals> Get() => Stream();
}
