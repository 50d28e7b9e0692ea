using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public sealed record Defaults(
    int Number = -1,
    string Text = "x\\\"\n",
    string? Nothing = null,
    IntKind Kind = IntKind.One,
    IntKind? MaybeKind = IntKind.Most,
    Season Season = Season.Autumn,
    int[]? Many = null,
    Guid Guid = default,
    DateTime Moment = default,
    Plot Plot = default,
    double Double = double.NegativeZero,
    float Float = 1e-20f,
    decimal Decimal = 1.10m,
    char Character = '\'',
    bool Flag = true,
    long Long = long.MinValue,
    ulong ULong = ulong.MaxValue,
    int? Maybe = 7);

public sealed class RequiredMembers
{
    public required string Text { get; set; }
    public required int? Number { get; init; }
    [JsonRequired]
    public int Json { get; set; }
    public required List<Box> Boxes { get; init; }
}

public sealed class RequiredSet
{
    [SetsRequiredMembers]
    public RequiredSet() => Text = "set";

    public required string Text { get; set; }
}

public sealed class ChosenConstructor
{
    public ChosenConstructor(int a) => A = a;

    [JsonConstructor]
    public ChosenConstructor(int a, string? b)
    {
        A = a;
        B = b;
    }

    public int A { get; }
    public string? B { get; }
    public int C { get; set; } = 3;
    public int D { get; init; } = 4;
}

public sealed class Initialized
{
    public string Text { get; init; } = "initial";
    public int Number { get; set; } = 42;
    public List<int> Many { get; init; } = [1, 2, 3];
    public required int Needed { get; init; }
}

public readonly struct Constructed
{
    [JsonConstructor]
    public Constructed(int x, string? text = "t")
    {
        X = x;
        Text = text;
    }

    public int X { get; }
    public string? Text { get; }
}

/// <summary>Its constructors are reached without reflection.</summary>
public sealed class HiddenConstructor
{
    [JsonConstructor]
    private HiddenConstructor(int a, Hidden<string> inner) => (A, Inner) = (a, inner);

    public int A { get; }

    public Hidden<string> Inner { get; }

    public static HiddenConstructor Of(int a, string? text) => new(a, new Hidden<string>(text));
}

public readonly struct Hidden<T> where T : class
{
    [JsonConstructor]
    internal Hidden(T? value) => Value = value;

    public T? Value { get; }
}

// System.Text.Json cannot choose between two constructors, and cannot read it.
public sealed class Unreadable
{
    public Unreadable(int a) => A = a;

    public Unreadable(int a, int b) => A = a + b;

    public int A { get; }
}

public record BaseRecord(int Id, string Name);

public sealed record DerivedRecord(int Id, string Name, double Extra) : BaseRecord(Id, Name)
{
    public int Doubled => Id * 2;
}

[Endpoint("/corpus/construction/defaults")]
public sealed partial class DefaultsCase : CorpusCase<Defaults>
{
    protected override IEnumerable<Defaults> Values => [new(), new(1, "", "n", IntKind.Most, null, Season.Winter, [1])];

    public NDJSONStreamingResponse<Defaults> Get() => Stream();
}

[Endpoint("/corpus/construction/required")]
public sealed partial class RequiredMembersCase : CorpusCase<RequiredMembers>
{
    protected override IEnumerable<RequiredMembers> Values =>
        [new() { Text = "a", Number = null, Boxes = [] }, new() { Text = "", Number = 1, Json = 2, Boxes = [new(1, null)] }];

    public NDJSONStreamingResponse<RequiredMembers> Get() => Stream();
}

[Endpoint("/corpus/construction/sets-required")]
public sealed partial class RequiredSetCase : CorpusCase<RequiredSet>
{
    protected override IEnumerable<RequiredSet> Values => [new(), new() { Text = "a" }];

    public NDJSONStreamingResponse<RequiredSet> Get() => Stream();
}

[Endpoint("/corpus/construction/chosen")]
public sealed partial class ChosenConstructorCase : CorpusCase<ChosenConstructor>
{
    protected override IEnumerable<ChosenConstructor> Values => [new(1), new(1, "b") { C = 9, D = 8 }];

    public NDJSONStreamingResponse<ChosenConstructor> Get() => Stream();
}

[Endpoint("/corpus/construction/initialized")]
public sealed partial class InitializedCase : CorpusCase<Initialized>
{
    protected override IEnumerable<Initialized> Values => [new() { Needed = 1 }, new() { Needed = 2, Text = "", Many = [] }];

    public NDJSONStreamingResponse<Initialized> Get() => Stream();
}

[Endpoint("/corpus/construction/struct")]
public sealed partial class ConstructedCase : CorpusCase<Constructed>
{
    protected override IEnumerable<Constructed> Values => [default, new(1), new(2, null)];

    public NDJSONStreamingResponse<Constructed> Get() => Stream();
}

[Endpoint("/corpus/construction/unreadable")]
public sealed partial class UnreadableCase : CorpusCase<Unreadable>
{
    protected override IEnumerable<Unreadable> Values => [new(1), new(1, 2)];

    public NDJSONStreamingResponse<Unreadable> Get() => Stream();
}

[Endpoint("/corpus/construction/records")]
public sealed partial class DerivedRecordCase : CorpusCase<DerivedRecord>
{
    protected override IEnumerable<DerivedRecord> Values => [new(1, "a", 2.5)];

    public NDJSONStreamingResponse<DerivedRecord> Get() => Stream();
}

[Endpoint("/corpus/construction/hidden")]
public sealed partial class HiddenConstructorCase : CorpusCase<HiddenConstructor>
{
    protected override IEnumerable<HiddenConstructor> Values => [HiddenConstructor.Of(1, "a"), HiddenConstructor.Of(2, null)];

    public NDJSONStreamingResponse<HiddenConstructor> Get() => Stream();
}
