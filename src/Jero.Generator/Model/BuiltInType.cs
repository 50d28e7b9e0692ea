namespace Jero.Generator.Model;

/// <summary>The types that have a JSON form of their own and a direct writer in the runtime.</summary>
internal enum BuiltInType
{
    String,
    Uri,
    Version,
    Bytes,
    ByteMemory,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
}
