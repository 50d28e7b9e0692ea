namespace Assistant;

/// <summary>An answer that has begun, which its holder must dispose. It says in the log when it opens and closes.</summary>
public sealed partial class Answer : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Chunk> _chunks;
    private readonly ILogger _logger;
    private bool _isEmpty;
    private bool _isAtEnd;
    private int _read;

    private Answer(IAsyncEnumerator<Chunk> chunks, ILogger logger)
    {
        _chunks = chunks;
        _logger = logger;
    }

    /// <summary>Asks the model, and waits for the first piece of its answer.</summary>
    /// <param name="chunks">The answer, not enumerated yet.</param>
    /// <param name="logger">Where it says that it opens and closes.</param>
    /// <param name="cancellationToken">Stops the model, also after this method has returned.</param>
    /// <exception cref="Models.Upstream.UpstreamException">The model has failed before that.</exception>
    internal static async Task<Answer> OpenAsync(IAsyncEnumerable<Chunk> chunks, ILogger logger, CancellationToken cancellationToken)
    {
        var answer = new Answer(chunks.GetAsyncEnumerator(cancellationToken), logger);
        try
        {
            answer._isEmpty = !await answer._chunks.MoveNextAsync();
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
    public async IAsyncEnumerable<Chunk> ReadAsync()
    {
        if (_isEmpty) yield break;
        do
        {
            _read++;
            yield return _chunks.Current;
        }
        while (await _chunks.MoveNextAsync());
        _isAtEnd = true;
    }

    /// <summary>Takes leave of the model, which stops if it has not ended yet.</summary>
    public async ValueTask DisposeAsync()
    {
        await _chunks.DisposeAsync();
        if (_isAtEnd) LogEnded(_read);
        else LogBrokenOff(_read);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "answer begun")]
    private partial void LogOpened();

    [LoggerMessage(Level = LogLevel.Information, Message = "answer ended ({Chunks} chunks)")]
    private partial void LogEnded(int chunks);

    [LoggerMessage(Level = LogLevel.Information, Message = "answer broken off after {Chunks} chunks")]
    private partial void LogBrokenOff(int chunks);
}
