using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using Jero;

namespace Corpus;

public sealed class StringDictionaries
{
    public Dictionary<string, int>? Dictionary { get; set; }
    public IDictionary<string, string?>? Interface { get; set; }
    public IReadOnlyDictionary<string, double?>? ReadOnlyInterface { get; set; }
    public SortedDictionary<string, int>? Sorted { get; set; }
    public SortedList<string, int>? SortedList { get; set; }
    public ConcurrentDictionary<string, int>? Concurrent { get; set; }
    public ReadOnlyDictionary<string, int>? ReadOnly { get; set; }
    public OrderedDictionary<string, int>? Ordered { get; set; }
    public Dictionary<string, Dictionary<string, List<Box?>?>>? Nested { get; set; }
}

public sealed class NumberKeys
{
    public Dictionary<bool, int>? Flag { get; set; }
    public Dictionary<sbyte, int>? SByte { get; set; }
    public Dictionary<byte, int>? Byte { get; set; }
    public Dictionary<short, int>? Int16 { get; set; }
    public Dictionary<ushort, int>? UInt16 { get; set; }
    public Dictionary<int, int>? Int32 { get; set; }
    public Dictionary<uint, int>? UInt32 { get; set; }
    public Dictionary<long, int>? Int64 { get; set; }
    public Dictionary<ulong, int>? UInt64 { get; set; }
    public Dictionary<Int128, int>? Int128 { get; set; }
    public Dictionary<UInt128, int>? UInt128 { get; set; }
    public Dictionary<Half, int>? Half { get; set; }
    public Dictionary<float, int>? Single { get; set; }
    public Dictionary<double, int>? Double { get; set; }
    public Dictionary<decimal, int>? Decimal { get; set; }
}

public sealed class OtherKeys
{
    public Dictionary<char, int>? Character { get; set; }
    public Dictionary<Guid, int>? Guid { get; set; }
    public Dictionary<DateTime, int>? DateTime { get; set; }
    public Dictionary<DateTimeOffset, int>? Offset { get; set; }
    public Dictionary<DateOnly, int>? Day { get; set; }
    public Dictionary<TimeOnly, int>? Time { get; set; }
    public Dictionary<TimeSpan, int>? Duration { get; set; }
    public Dictionary<Uri, int>? Link { get; set; }
    public Dictionary<Version, int>? Version { get; set; }
    public Dictionary<IntKind, int>? Enum { get; set; }
    public IReadOnlyDictionary<Season, Season?>? NamedEnum { get; set; }
    public SortedDictionary<Toppings, string>? Flags { get; set; }
}

[Endpoint("/corpus/dictionaries/strings")]
public sealed partial class StringDictionariesCase : CorpusCase<StringDictionaries>
{
    protected override IEnumerable<StringDictionaries> Values =>
    [
        new(),
        new()
        {
            Dictionary = [], Interface = new Dictionary<string, string?>(), ReadOnlyInterface = new Dictionary<string, double?>(), Sorted = [], SortedList = [],
            Concurrent = new(), ReadOnly = ReadOnlyDictionary<string, int>.Empty, Ordered = [], Nested = [],
        },
        new()
        {
            // Keys are written as they are, by no naming policy, escaped like any text.
            Dictionary = new() { [""] = 0, ["Pascal"] = 1, ["\"\\\n\0"] = 2, ["é😀\u2028"] = 3, ["\ud800"] = 4, [new('k', 5_000)] = 5 },
            Interface = new Dictionary<string, string?> { ["a"] = null, ["b"] = "x" },
            ReadOnlyInterface = new Dictionary<string, double?> { ["a"] = null, ["b"] = -0.0 },
            Sorted = new(StringComparer.Ordinal) { ["b"] = 1, ["a"] = 2 },
            SortedList = new(StringComparer.Ordinal) { ["b"] = 1, ["a"] = 2 },
            Concurrent = new() { ["a"] = 1 },
            ReadOnly = new(new Dictionary<string, int> { ["a"] = 1 }),
            Ordered = new() { ["z"] = 1, ["a"] = 2 },
            Nested = new() { ["a"] = [], ["b"] = new() { ["c"] = null, ["d"] = [], ["e"] = [null, new(1, "x")] } },
        },
    ];

    public NDJSONStreamingResponse<StringDictionaries> Get() => Stream();
}

[Endpoint("/corpus/dictionaries/numbers")]
public sealed partial class NumberKeysCase : CorpusCase<NumberKeys>
{
    protected override IEnumerable<NumberKeys> Values =>
    [
        new(),
        new()
        {
            Flag = new() { [true] = 1, [false] = 2 }, SByte = new() { [sbyte.MinValue] = 1 }, Byte = new() { [byte.MaxValue] = 1 },
            Int16 = new() { [short.MinValue] = 1 }, UInt16 = new() { [ushort.MaxValue] = 1 }, Int32 = new() { [int.MinValue] = 1, [0] = 2 },
            UInt32 = new() { [uint.MaxValue] = 1 }, Int64 = new() { [long.MinValue] = 1 }, UInt64 = new() { [ulong.MaxValue] = 1 },
            Int128 = new() { [System.Int128.MinValue] = 1 }, UInt128 = new() { [System.UInt128.MaxValue] = 1 }, Half = new() { [(Half)1.5f] = 1 },
            Single = new() { [float.Epsilon] = 1 }, Double = new() { [-0.0] = 1, [1e300] = 2, [0.1] = 3 }, Decimal = new() { [1.10m] = 1, [decimal.MinValue] = 2 },
        },
    ];

    public NDJSONStreamingResponse<NumberKeys> Get() => Stream();
}

[Endpoint("/corpus/dictionaries/others")]
public sealed partial class OtherKeysCase : CorpusCase<OtherKeys>
{
    protected override IEnumerable<OtherKeys> Values =>
    [
        new(),
        new()
        {
            Character = new() { ['a'] = 1, ['"'] = 2, ['\u2028'] = 3 },
            Guid = new() { [System.Guid.AllBitsSet] = 1 },
            DateTime = new() { [new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)] = 1, [System.DateTime.MaxValue] = 2 },
            Offset = new() { [new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3.5))] = 1 },
            Day = new() { [DateOnly.MaxValue] = 1 },
            Time = new() { [TimeOnly.MaxValue] = 1, [new(1, 2)] = 2 },
            Duration = new() { [TimeSpan.MinValue] = 1, [TimeSpan.FromSeconds(1)] = 2 },
            Link = new() { [new("https://example.org/ä?\"", UriKind.Absolute)] = 1 },
            Version = new() { [new(1, 2, 3)] = 1 },
            Enum = new() { [IntKind.One] = 1, [IntKind.Least] = 2, [(IntKind)77] = 3 },
            NamedEnum = new Dictionary<Season, Season?> { [Season.Autumn] = Season.Winter, [(Season)77] = null },
            Flags = new() { [Toppings.Both] = "a", [Toppings.Ham | Toppings.Peppers] = "b" },
        },
    ];

    public NDJSONStreamingResponse<OtherKeys> Get() => Stream();
}
