using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
public sealed class NumbersAsText
{
    public int Int { get; set; }
    public ulong ULong { get; set; }
    public double Double { get; set; }
    public float Float { get; set; }
    public decimal Decimal { get; set; }
    public Half Half { get; set; }
    public Int128 Huge { get; set; }
    public int? Maybe { get; set; }
    public int[]? Many { get; set; }
    public List<double?>? MaybeMany { get; set; }
    public Dictionary<string, long>? Map { get; set; }
    public string Text { get; set; } = "1";
    public bool Flag { get; set; }
    public IntKind Kind { get; set; }
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public int Strict { get; set; }
    public Box? Box { get; set; }
}

public sealed class NamedLiterals
{
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double Double { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public float Float { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public Half Half { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double?[]? Many { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.WriteAsString)]
    public double Both { get; set; }
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long Text { get; set; }
}

[Endpoint("/corpus/numbers/text")]
public sealed partial class NumbersAsTextCase : CorpusCase<NumbersAsText>
{
    protected override IEnumerable<NumbersAsText> Values =>
    [
        new(),
        new()
        {
            Int = int.MinValue, ULong = ulong.MaxValue, Double = -0.0, Float = 0.1f, Decimal = 1.10m, Half = (Half)1.5f, Huge = Int128.MinValue, Maybe = 0,
            Many = [1, 2], MaybeMany = [null, 1e300], Map = new() { ["a"] = 1 }, Flag = true, Kind = IntKind.One, Strict = 5, Box = new(1, "b"),
        },
    ];

    public NDJSONStreamingResponse<NumbersAsText> Get() => Stream();
}

[Endpoint("/corpus/numbers/literals")]
public sealed partial class NamedLiteralsCase : CorpusCase<NamedLiterals>
{
    protected override IEnumerable<NamedLiterals> Values =>
    [
        new(),
        new() { Double = double.NaN, Float = float.PositiveInfinity, Half = Half.NegativeInfinity, Many = [double.NaN, null, 1, double.NegativeInfinity], Both = double.NaN },
        new() { Double = 1.5, Float = 2.5f, Half = (Half)3.5f, Many = [], Both = 4.5, Text = long.MinValue },
    ];

    public NDJSONStreamingResponse<NamedLiterals> Get() => Stream();
}
