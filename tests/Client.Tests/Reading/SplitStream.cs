namespace Client.Tests.Reading;

/// <summary>Bytes that come in given parts, one a read.</summary>
internal sealed class SplitStream(byte[] bytes, params int[] cuts) : MemoryStream(bytes)
{
    private readonly Queue<int> _cuts = new(cuts.Where(cut => cut > 0 && cut < bytes.Length).Distinct().Order());

    public Exception? Failure { get; init; }

    public int Reads { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        while (_cuts.TryPeek(out var cut) && cut <= Position)
        {
            _cuts.Dequeue();
        }

        var end = _cuts.TryPeek(out var next) ? next : Length;
        return end == Position && Failure is { } failure
            ? ValueTask.FromException<int>(failure)
            : base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, end - Position)], cancellationToken);
    }
}
