namespace Inspector.Tests.App;

[Endpoint("/bytes")]
public sealed partial class BytesEndpoint
{
    /// <summary>Bytes that are no text, and no end.</summary>
    public StreamingResponse Get() => new(Endless.Then<ReadOnlyMemory<byte>>([new byte[] { 0xFF, 0x00, 0xFE }]));
}
