using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Movies;

/// <summary>An open result set that its holder must dispose. It says in the log when it opens and closes.</summary>
public sealed partial class MovieCursor : IAsyncDisposable
{
    private readonly SqliteDataReader _rows;
    private readonly ILogger _logger;
    private int _rowsRead;

    internal MovieCursor(SqliteDataReader rows, ILogger logger)
    {
        _rows = rows;
        _logger = logger;
        LogOpened();
    }

    /// <summary>The rest of the rows; to be enumerated by one reader at a time.</summary>
    public async IAsyncEnumerable<Movie> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _rows.ReadAsync(cancellationToken))
        {
            _rowsRead++;
            yield return MovieTable.Read(_rows);
        }
    }

    /// <summary>Closes the result set and its connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_rows.IsClosed) return;
        await _rows.DisposeAsync();
        LogClosed(_rowsRead);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "cursor opened")]
    private partial void LogOpened();

    [LoggerMessage(Level = LogLevel.Information, Message = "cursor closed ({RowsRead} rows read)")]
    private partial void LogClosed(int rowsRead);
}
