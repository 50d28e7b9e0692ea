using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

#pragma warning disable CA1051 // Fields are what is tested.
public class Included
{
    [JsonInclude]
    public int Field = 1;

    [JsonInclude, JsonPropertyName("read-only")]
    public readonly int ReadOnlyField = 2;

    [JsonInclude]
    internal string? InternalProperty { get; set; } = "internal";

    [JsonInclude]
    private int PrivateProperty { get; set; } = 3;

    [JsonInclude]
    protected Box? ProtectedProperty { get; set; }

    [JsonInclude]
    private int _privateField = 4;

    [JsonInclude]
    public int PrivateSetter { get; private set; } = 5;

    [JsonInclude]
    public int PrivateGetter { private get; set; } = 6;

    [JsonInclude]
    private List<string?>? PrivateList { get; init; }

    public int NotIncluded = 7;

    public static Included Of(int number) => new()
    {
        Field = number,
        InternalProperty = null,
        PrivateProperty = number,
        ProtectedProperty = new(number, "p"),
        _privateField = number,
        PrivateSetter = number,
        PrivateGetter = number,
        PrivateList = ["a", null],
    };

    public int Sum() => PrivateGetter + _privateField;
}

#pragma warning restore CA1051

/// <summary>The private members of a base are written too.</summary>
public sealed class IncludedBelow : Included
{
    [JsonInclude]
    private int Own { get; set; } = 8;
}

public struct IncludedInStruct
{
    [JsonInclude]
    internal int _x;

    [JsonInclude]
    private string? Text { get; set; }

    public static IncludedInStruct Of(int x) => new() { _x = x, Text = "t" };
}

[Endpoint("/corpus/including/class")]
public sealed partial class IncludedCase : CorpusCase<Included>
{
    protected override IEnumerable<Included> Values => [new(), Included.Of(int.MinValue), new IncludedBelow()];

    public NDJSONStreamingResponse<Included> Get() => Stream();
}

[Endpoint("/corpus/including/derived")]
public sealed partial class IncludedBelowCase : CorpusCase<IncludedBelow>
{
    protected override IEnumerable<IncludedBelow> Values => [new()];

    public NDJSONStreamingResponse<IncludedBelow> Get() => Stream();
}

[Endpoint("/corpus/including/struct")]
public sealed partial class IncludedInStructCase : CorpusCase<IncludedInStruct>
{
    protected override IEnumerable<IncludedInStruct> Values => [default, IncludedInStruct.Of(9)];

    public NDJSONStreamingResponse<IncludedInStruct> Get() => Stream();
}
