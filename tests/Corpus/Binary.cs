using Jero;

namespace Corpus;

public sealed record ByteArrays(byte[] Bytes, byte[]? Maybe, byte[][] Many);

public sealed record ByteMemories(Memory<byte> Bytes, Memory<byte>? Maybe, ReadOnlyMemory<byte> Fixed, ReadOnlyMemory<byte>? MaybeFixed);

internal static class SomeBytes
{
    public static byte[] Of(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 37))];
}

[Endpoint("/corpus/binary/arrays")]
public sealed partial class ByteArraysCase : CorpusCase<ByteArrays>
{
    // Every remainder of three, and every sextet, '+' and '/' among them.
    protected override IEnumerable<ByteArrays> Values =>
    [
        new([], null, []),
        new([0xfb, 0xff, 0xbf], [0xff], [[], [1], [1, 2]]),
        .. Enumerable.Range(0, 9).Append(256).Append(100_000).Select(length => new ByteArrays(SomeBytes.Of(length), SomeBytes.Of(length), [SomeBytes.Of(length)])),
    ];

    public NDJSONStreamingResponse<ByteArrays> Get() => Stream();
}

[Endpoint("/corpus/binary/memories")]
public sealed partial class ByteMemoriesCase : CorpusCase<ByteMemories>
{
    protected override IEnumerable<ByteMemories> Values =>
    [
        new(default, null, default, null),
        new(SomeBytes.Of(1), SomeBytes.Of(2), SomeBytes.Of(3), SomeBytes.Of(4)),
        new(SomeBytes.Of(9).AsMemory(2, 5), Memory<byte>.Empty, SomeBytes.Of(9).AsMemory(8), ReadOnlyMemory<byte>.Empty),
    ];

    public NDJSONStreamingResponse<ByteMemories> Get() => Stream();
}
