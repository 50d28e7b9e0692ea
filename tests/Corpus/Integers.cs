using Jero;

namespace Corpus;

public sealed record SmallIntegers(bool Flag, sbyte SByte, byte Byte, short Int16, ushort UInt16);

public sealed record LargeIntegers(int Int32, uint UInt32, long Int64, ulong UInt64);

public readonly record struct HugeIntegers(Int128 Signed, UInt128 Unsigned);

public sealed class NullableIntegers
{
    public bool? Flag { get; set; }
    public sbyte? SByte { get; set; }
    public byte? Byte { get; set; }
    public short? Int16 { get; set; }
    public ushort? UInt16 { get; set; }
    public int? Int32 { get; set; }
    public uint? UInt32 { get; set; }
    public long? Int64 { get; set; }
    public ulong? UInt64 { get; set; }
}

public sealed class NullableHugeIntegers
{
    public Int128? Signed { get; set; }
    public UInt128? Unsigned { get; set; }
}

[Endpoint("/corpus/integers/small")]
public sealed partial class SmallIntegersCase : CorpusCase<SmallIntegers>
{
    protected override IEnumerable<SmallIntegers> Values =>
    [
        new(false, 0, 0, 0, 0),
        new(true, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue),
        new(true, sbyte.MaxValue, 1, short.MaxValue, 1),
        new(false, -1, 9, -1, 10),
    ];

    public NDJSONStreamingResponse<SmallIntegers> Get() => Stream();
}

[Endpoint("/corpus/integers/large")]
public sealed partial class LargeIntegersCase : CorpusCase<LargeIntegers>
{
    protected override IEnumerable<LargeIntegers> Values =>
    [
        new(0, 0, 0, 0),
        new(int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue),
        new(int.MaxValue, 1, long.MaxValue, 1),
        // Each count of digits once.
        .. Enumerable.Range(0, 19).Select(i => Math.Pow(10, i)).Select(power =>
            new LargeIntegers(-(int)Math.Min(power, int.MaxValue), (uint)Math.Min(power - 1, uint.MaxValue), -(long)power, (ulong)power - 1)),
    ];

    public NDJSONStreamingResponse<LargeIntegers> Get() => Stream();
}

[Endpoint("/corpus/integers/huge")]
public sealed partial class HugeIntegersCase : CorpusCase<HugeIntegers>
{
    protected override IEnumerable<HugeIntegers> Values =>
        [default, new(Int128.MinValue, UInt128.MaxValue), new(Int128.MaxValue, 1), new(-1, (UInt128)ulong.MaxValue + 1)];

    public NDJSONStreamingResponse<HugeIntegers> Get() => Stream();
}

[Endpoint("/corpus/integers/nullable")]
public sealed partial class NullableIntegersCase : CorpusCase<NullableIntegers?>
{
    protected override IEnumerable<NullableIntegers?> Values =>
    [
        null,
        new(),
        new()
        {
            Flag = true, SByte = sbyte.MinValue, Byte = 0, Int16 = short.MaxValue, UInt16 = ushort.MaxValue,
            Int32 = int.MinValue, UInt32 = 0, Int64 = long.MinValue, UInt64 = ulong.MaxValue,
        },
    ];

    public NDJSONStreamingResponse<NullableIntegers?> Get() => Stream();
}

[Endpoint("/corpus/integers/nullable-huge")]
public sealed partial class NullableHugeIntegersCase : CorpusCase<NullableHugeIntegers>
{
    protected override IEnumerable<NullableHugeIntegers> Values =>
        [new(), new() { Signed = Int128.MinValue }, new() { Signed = 0, Unsigned = UInt128.MaxValue }];

    public NDJSONStreamingResponse<NullableHugeIntegers> Get() => Stream();
}
