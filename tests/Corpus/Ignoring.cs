using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public sealed class IgnoredWhenNull
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Box? Box { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<int?>? List { get; set; }
    public int Last { get; set; }
}

public sealed class IgnoredWhenDefault
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Number { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int? Maybe { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Double { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Decimal { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Flag { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public char Character { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Guid Guid { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTime Moment { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Text { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IntKind Kind { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Plot Plot { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Incomparable Incomparable { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int[]? Many { get; set; }
}

public readonly record struct Plot(int X, double Y);

/// <summary>No equality of its own.</summary>
public struct Incomparable
{
    public int X { get; set; }
    public string? Text { get; set; }
}

public sealed class IgnoredOtherwise
{
    [JsonIgnore]
    public int Always { get; set; } = 1;
    [JsonIgnore(Condition = JsonIgnoreCondition.Always)]
    public Action? Unserializable { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Never { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public int NotWritten { get; set; } = 2;
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public int NotRead { get; set; } = 3;
}

/// <summary>Every member may be missing, the first too: the commas must still be right.</summary>
public sealed record Sparse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? A,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? B,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int C);

[Endpoint("/corpus/ignoring/null")]
public sealed partial class IgnoredWhenNullCase : CorpusCase<IgnoredWhenNull>
{
    protected override IEnumerable<IgnoredWhenNull> Values =>
        [new(), new() { Text = "" }, new() { Number = 0 }, new() { Text = "a", Number = 1, Box = new(1, null), List = [null], Last = 2 }];

    public NDJSONStreamingResponse<IgnoredWhenNull> Get() => Stream();
}

[Endpoint("/corpus/ignoring/default")]
public sealed partial class IgnoredWhenDefaultCase : CorpusCase<IgnoredWhenDefault>
{
    protected override IEnumerable<IgnoredWhenDefault> Values =>
    [
        new(),
        new() { Double = -0.0, Decimal = 0.00m, Maybe = 0, Text = "", Many = [] },
        new()
        {
            Number = 1, Maybe = 2, Double = double.Epsilon, Decimal = 1, Flag = true, Character = 'a', Guid = Guid.AllBitsSet,
            Moment = DateTime.UnixEpoch, Text = "a", Kind = IntKind.One, Plot = new(0, 1), Incomparable = new() { Text = "" }, Many = [1],
        },
        new() { Moment = DateTime.SpecifyKind(default, DateTimeKind.Utc), Plot = new(0, -0.0), Kind = (IntKind)(-7) },
    ];

    public NDJSONStreamingResponse<IgnoredWhenDefault> Get() => Stream();
}

[Endpoint("/corpus/ignoring/otherwise")]
public sealed partial class IgnoredOtherwiseCase : CorpusCase<IgnoredOtherwise>
{
    protected override IEnumerable<IgnoredOtherwise> Values => [new(), new() { Never = "n", NotRead = 9, NotWritten = 8 }];

    public NDJSONStreamingResponse<IgnoredOtherwise> Get() => Stream();
}

[Endpoint("/corpus/ignoring/all")]
public sealed partial class SparseCase : CorpusCase<Sparse>
{
    protected override IEnumerable<Sparse> Values =>
        Enumerable.Range(0, 8).Select(bits => new Sparse((bits & 1) == 0 ? null : "a", (bits & 2) == 0 ? null : "b", bits & 4));

    public NDJSONStreamingResponse<Sparse> Get() => Stream();
}
