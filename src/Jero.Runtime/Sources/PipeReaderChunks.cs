using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Jero.Sources;

/// <summary>Reads a pipe as chunks, one for each segment.</summary>
internal sealed class PipeReaderChunks : IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncDisposable
{
    private readonly PipeReader _reader;

    public PipeReaderChunks(PipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
    }

    public Type SourceType => _reader.GetType();

    public IAsyncEnumerator<ReadOnlyMemory<byte>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    public ValueTask DisposeAsync() => _reader.CompleteAsync();

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReadResult result;
        do
        {
            result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (var segment in result.Buffer)
            {
                yield return segment;
            }

            _reader.AdvanceTo(result.Buffer.End);
        }
        while (!result.IsCompleted);
    }
}
