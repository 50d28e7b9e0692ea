using System.IO.Compression;

namespace Requests.Tests.Sequences;

/// <summary>Unpacks, and tells how much.</summary>
internal sealed class CountedGzipStream(Stream packed, Watch watch) : GZipStream(packed, CompressionMode.Decompress)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        watch.Unpacked += count;
        return count;
    }
}
