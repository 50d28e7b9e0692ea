using System.Runtime.CompilerServices;

namespace Assistant;

/// <summary>An answer that has begun, which its holder must dispose. It says in the log when it opens and closes.</summary>
public sealed partial class Answer : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Chunk> _chunks;
    private readonly ILogger _logger;
    private bool _hasFirst;
    private int _read;
    private bool _isWhole;

    private Answer(IAsyncEnumerator<Chunk> chunks, ILogger logger)
    {
        _chunks = chunks;
        _logger = logger;
    }

    /// <summary>Asks the model, and waits for the first piece of its answer.</summary>
    /// <exception cref="Models.Upstream.UpstreamException">The model has failed before that.</exception>
    internal static async Task<Answer> OpenAsync(IAsyncEnumerable<Chunk> chunks, ILogger logger, CancellationToken cancellationToken)
    {
        var answer = new Answer(chunks.GetAsyncEnumerator(cancellationToken), logger);
        try
        {
            answer._hasFirst = await answer._chunks.MoveNextAsync();
        }
        catch
        {
            await answer._chunks.DisposeAsync();
            throw;
        }

        answer.LogOpened();
        return answer;
    }

    /// <summary>The pieces, from the first on; to be enumerated once.</summary>
    public async IAsyncEnumerable<Chunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!_hasFirst) yield break;
        do
        {
            _read++;
            yield return _chunks.Current;
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (await _chunks.MoveNextAsync());
        _isWhole = true;
    }

    /// <summary>Takes leave of the model, which stops if it has not ended yet.</summary>
    public async ValueTask DisposeAsync()
    {
        await _chunks.DisposeAsync();
        if (_isWhole) LogEnded(_read);
        else LogBrokenOff(_read);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "answer begun")]
    private partial void LogOpened();

    [LoggerMessage(Level = LogLevel.Information, Message = "answer ended ({Chunks} chunks)")]
    private partial void LogEnded(int chunks);

    [LoggerMessage(Level = LogLevel.Information, Message = "answer broken off after {Chunks} chunks")]
    private partial void LogBrokenOff(int chunks);
}
