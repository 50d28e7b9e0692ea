using System.Text.Json;
using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

[JsonConverter(typeof(JsonStringEnumConverter<Season>))]
public enum Season
{
    Spring,
    Summer,
    [JsonStringEnumMemberName("the fall")]
    Autumn,
    [JsonStringEnumMemberName("wïnter \"❄\"")]
    Winter = 40,
    Alias = Summer,
}

[Flags, JsonConverter(typeof(JsonStringEnumConverter<Toppings>))]
public enum Toppings : byte
{
    None = 0,
    Cheese = 1,
    Ham = 2,
    [JsonStringEnumMemberName("hot-peppers")]
    Peppers = 4,
    Both = Cheese | Ham,
    Last = 128,
}

[Flags, JsonConverter(typeof(JsonStringEnumConverter<Zeroless>))]
public enum Zeroless : ulong { First = 1, Huge = 1UL << 63 }

public enum Plain { FirstValue, SecondValue = -2, HTTPStatus = 3 }

/// <summary>Names by a policy.</summary>
public sealed class KebabPlainConverter() : JsonStringEnumConverter<Plain>(JsonNamingPolicy.KebabCaseLower);

/// <summary>Refuses numbers, on reading and on writing.</summary>
public sealed class StrictPlainConverter() : JsonStringEnumConverter<Plain>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

public sealed record NamedEnums(Season Season, Season? Maybe, List<Season> Many, Toppings Toppings, Toppings?[] ManyToppings, Zeroless Zeroless);

public sealed class EnumsNamedHere
{
    public Plain Number { get; set; }

    [JsonConverter(typeof(JsonStringEnumConverter<Plain>))]
    public Plain Name { get; set; }

    [JsonConverter(typeof(JsonStringEnumConverter<Plain>))]
    public Plain? MaybeName { get; set; }

    [JsonConverter(typeof(KebabPlainConverter))]
    public Plain Kebab { get; set; }

    [JsonConverter(typeof(StrictPlainConverter))]
    public Plain Strict { get; set; }
}

[Endpoint("/corpus/enums/names")]
public sealed partial class NamedEnumsCase : CorpusCase<NamedEnums>
{
    protected override IEnumerable<NamedEnums> Values =>
    [
        new(Season.Spring, null, [], Toppings.None, [], Zeroless.First),
        new(Season.Winter, Season.Autumn, [Season.Alias, (Season)7, (Season)(-1)], Toppings.Peppers | Toppings.Cheese, [null, (Toppings)64], 0),
        .. Enumerable.Range(0, 256).Select(value => new NamedEnums(Season.Summer, (Season)(value / 8), [], (Toppings)value, [(Toppings)value], (Zeroless)value)),
        new(Season.Autumn, null, [], Toppings.Both | Toppings.Peppers | Toppings.Last, [Toppings.Both], Zeroless.Huge | Zeroless.First),
        new(Season.Autumn, null, [], Toppings.Last, [], Zeroless.Huge),
    ];

    public NDJSONStreamingResponse<NamedEnums> Get() => Stream();
}

[Endpoint("/corpus/enums/named-here")]
public sealed partial class EnumsNamedHereCase : CorpusCase<EnumsNamedHere>
{
    protected override IEnumerable<EnumsNamedHere> Values =>
    [
        new(),
        new() { Number = Plain.HTTPStatus, Name = Plain.HTTPStatus, MaybeName = Plain.SecondValue, Kebab = Plain.HTTPStatus, Strict = Plain.HTTPStatus },
        new() { Number = (Plain)9, Name = (Plain)(-9), MaybeName = (Plain)99, Kebab = (Plain)999, Strict = Plain.SecondValue },
    ];

    public NDJSONStreamingResponse<EnumsNamedHere> Get() => Stream();
}
