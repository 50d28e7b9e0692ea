using System.Text;
using Google.Protobuf;

namespace Telemetry.Tests.Receiving;

/// <summary>One message of Protocol Buffers, read without its schema: what its fields are, the callers know.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, object Value)> _fields = [];

    public ProtoMessage(byte[] bytes)
    {
        var input = new CodedInputStream(bytes);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            object value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => input.ReadUInt64(),
                WireFormat.WireType.Fixed64 => input.ReadFixed64(),
                WireFormat.WireType.Fixed32 => (ulong)input.ReadFixed32(),
                WireFormat.WireType.LengthDelimited => input.ReadBytes().ToByteArray(),
                var other => throw new InvalidDataException($"A field of the wire type {other}."),
            };
            _fields.Add((WireFormat.GetTagFieldNumber(tag), value));
        }
    }

    public bool Has(int field) => _fields.Any(each => each.Field == field);

    public IEnumerable<ProtoMessage> Messages(int field) => Of(field).Cast<byte[]>().Select(static bytes => new ProtoMessage(bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public ulong Number(int field) => (ulong)(Of(field).SingleOrDefault() ?? 0ul);

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    /// <summary>Repeated numbers of eight bytes, in one field as a rule.</summary>
    public ulong[] Numbers(int field) =>
    [
        .. Of(field).SelectMany(static value =>
            value is byte[] packed ? packed.Chunk(8).Select(static each => BitConverter.ToUInt64(each)) : [(ulong)value]),
    ];

    private byte[] Bytes(int field) => (byte[])(Of(field).SingleOrDefault() ?? Array.Empty<byte>());

    private IEnumerable<object> Of(int field) => _fields.Where(each => each.Field == field).Select(static each => each.Value);
}
