using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Requests.Tests.Sequences;

/// <summary>A body that comes in pieces of known lengths, and counts how many of its bytes are looked at.</summary>
internal sealed class CountedBody : PipeReader, IRequestBodyPipeFeature
{
    private readonly List<Piece> _pieces = [];
    private SequencePosition _start;
    private int _come;

    /// <param name="body">The whole.</param>
    /// <param name="lengths">Of the pieces, one after the other; the last holds for all that follow.</param>
    public CountedBody(ReadOnlyMemory<byte> body, IReadOnlyList<int> lengths)
    {
        do
        {
            var length = Math.Min(lengths[Math.Min(_pieces.Count, lengths.Count - 1)], body.Length);
            var piece = new Piece(new CountedMemory(this, body[..length]).Memory, _pieces.LastOrDefault());
            _pieces.Add(piece);
            body = body[length..];
        }
        while (body.Length > 0);
        _start = new(_pieces[0], 0);
    }

    /// <summary>A byte counts each time that the memory it is in is asked for.</summary>
    public long Looked { get; private set; }

    public PipeReader Reader => this;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        _come = Math.Min(_come + 1, _pieces.Count);
        var last = _pieces[_come - 1];
        var sequence = new ReadOnlySequence<byte>((Piece)_start.GetObject()!, _start.GetInteger(), last, last.Memory.Length);
        return ValueTask.FromResult(new ReadResult(sequence, isCanceled: false, isCompleted: _come == _pieces.Count));
    }

    public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    // A piece that is used up is let go, as the server's own pipe does.
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) =>
        _start = consumed.GetObject() is Piece { Next: Piece next } piece && consumed.GetInteger() == piece.Memory.Length ? new(next, 0) : consumed;

    public override void CancelPendingRead()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }

    private sealed class CountedMemory(CountedBody body, ReadOnlyMemory<byte> bytes) : MemoryManager<byte>
    {
        private readonly byte[] _bytes = bytes.ToArray();

        public override Span<byte> GetSpan()
        {
            body.Looked += _bytes.Length;
            return _bytes;
        }

        // Memory asks for the span to learn its length, which is no look at the bytes.
        public override Memory<byte> Memory => CreateMemory(_bytes.Length);

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
