using System.Buffers;
using System.IO.Pipelines;

namespace Jero.Loopback;

/// <summary>A body that is there already, in blocks of the size that the server's pipe has and so many of them at a time; nothing is copied.</summary>
internal sealed class BlocksReader : PipeReader
{
    private const int BlockSize = 4096;
    private const int BlocksAtOnce = 16;

    private readonly Block _first;
    private SequencePosition _start;
    private Block? _end;

    public BlocksReader(ReadOnlyMemory<byte> body)
    {
        _first = new Block(body[..Math.Min(BlockSize, body.Length)], before: null);
        var last = _first;
        for (var at = BlockSize; at < body.Length; at += BlockSize)
        {
            last = new Block(body[at..Math.Min(at + BlockSize, body.Length)], last);
        }

        Rewind();
    }

    /// <summary>Begins anew.</summary>
    public void Rewind() => (_start, _end) = (new(_first, 0), null);

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < BlocksAtOnce; i++)
        {
            _end = _end is null ? _first : _end.After ?? _end;
        }

        var sequence = new ReadOnlySequence<byte>((Block)_start.GetObject()!, _start.GetInteger(), _end!, _end!.Memory.Length);
        return new(new ReadResult(sequence, isCanceled: false, isCompleted: _end.After is null));
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) =>
        _start = consumed.GetObject() is Block { After: { } after } block && consumed.GetInteger() == block.Memory.Length ? new(after, 0) : consumed;

    public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

    public override void CancelPendingRead()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    private sealed class Block : ReadOnlySequenceSegment<byte>
    {
        public Block(ReadOnlyMemory<byte> memory, Block? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }

        public Block? After => (Block?)Next;
    }
}
