using Jero;

namespace Corpus;

public enum SByteKind : sbyte { Least = sbyte.MinValue, Zero = 0, Most = sbyte.MaxValue }

public enum ByteKind : byte { Zero, Most = byte.MaxValue }

public enum ShortKind : short { Least = short.MinValue, Most = short.MaxValue }

public enum UShortKind : ushort { Zero, Most = ushort.MaxValue }

public enum IntKind { Least = int.MinValue, Zero = 0, One, Same = One, Most = int.MaxValue }

public enum UIntKind : uint { Zero, Most = uint.MaxValue }

public enum LongKind : long { Least = long.MinValue, Most = long.MaxValue }

public enum ULongKind : ulong { Zero, Most = ulong.MaxValue }

[Flags]
public enum Rights { None = 0, Read = 1, Write = 2, Execute = 4, All = Read | Write | Execute }

public enum Memberless;

public sealed record NumberEnums(
    SByteKind SByte, ByteKind Byte, ShortKind Short, UShortKind UShort, IntKind Int, UIntKind UInt, LongKind Long, ULongKind ULong, Rights Rights);

public sealed record NullableEnums(IntKind? Int, ULongKind? ULong, Rights?[] Rights, List<SByteKind> Many, Memberless? Memberless);

[Endpoint("/corpus/enums/numbers")]
public sealed partial class NumberEnumsCase : CorpusCase<NumberEnums>
{
    protected override IEnumerable<NumberEnums> Values =>
    [
        new(0, 0, 0, 0, 0, 0, 0, 0, 0),
        new(SByteKind.Least, ByteKind.Most, ShortKind.Least, UShortKind.Most, IntKind.Least, UIntKind.Most, LongKind.Least, ULongKind.Most, Rights.All),
        new(SByteKind.Most, ByteKind.Zero, ShortKind.Most, UShortKind.Zero, IntKind.Same, UIntKind.Zero, LongKind.Most, ULongKind.Zero, Rights.Read | Rights.Write),
        // Values without a name.
        new((SByteKind)77, (ByteKind)78, (ShortKind)(-79), (UShortKind)80, (IntKind)(-81), (UIntKind)82, (LongKind)(-83), (ULongKind)84, (Rights)0x80),
    ];

    public NDJSONStreamingResponse<NumberEnums> Get() => Stream();
}

[Endpoint("/corpus/enums/nullable")]
public sealed partial class NullableEnumsCase : CorpusCase<NullableEnums>
{
    protected override IEnumerable<NullableEnums> Values =>
    [
        new(null, null, [], [], null),
        new(IntKind.One, ULongKind.Most, [Rights.Read, null, (Rights)64], [SByteKind.Least, SByteKind.Most], (Memberless)3),
    ];

    public NDJSONStreamingResponse<NullableEnums> Get() => Stream();
}
