using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Jero.Sqlite;

/// <summary>
/// Represents one file with its one writer, since SQLite allows only one at a time. Records that are published while a transaction is
/// written share the next one, so that many publishers wait for few writes to the disk. Thread-safe.
/// </summary>
internal sealed class TopicFile : IAsyncDisposable
{
    private const int MostRecords = 512;
    private const long MostBytes = 8 * 1024 * 1024;

    private readonly TopicFileSource _source;
    private readonly Channel<PendingAppend> _pending = Channel.CreateUnbounded<PendingAppend>(new() { SingleReader = true });
    private readonly Lazy<Task> _writing;
    private TaskCompletionSource _committed = NewSignal();
    private int _generation;

    public TopicFile(TopicFileSource source)
    {
        _source = source;
        _writing = new(() => Task.Run(WriteAsync));
    }

    /// <summary>Completes with the next commit of this process.</summary>
    public Task Committed => Volatile.Read(ref _committed).Task;

    /// <summary>Changes when the file was deleted and a new one is in its place.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Opens a connection to read with, to a file that has its tables. The caller disposes it.</summary>
    /// <exception cref="SqliteException">The file is not available.</exception>
    /// <exception cref="InvalidOperationException">The file has a newer schema.</exception>
    public SqliteConnection Open()
    {
        var connection = _source.Open();
        try
        {
            TopicSchema.Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task<TopicPosition> AppendAsync(PendingAppend append)
    {
        _ = _writing.Value;
        if (!_pending.Writer.TryWrite(append))
        {
            append.Fail(new ObjectDisposedException(nameof(TopicFile), $"The file '{_source.Path}' is already closed."));
        }

        return append.Stored;
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _writing.Value.ConfigureAwait(false);
        ForgetConnections();
    }

    private async Task WriteAsync()
    {
        TopicWriter? writer = null;
        var batch = new List<PendingAppend>();
        try
        {
            while (await _pending.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                Take(batch);
                writer = Write(writer, batch);
                batch.Clear();
            }
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private void Take(List<PendingAppend> batch)
    {
        for (long bytes = 0; batch.Count < MostRecords && bytes < MostBytes && _pending.Reader.TryRead(out var append);)
        {
            if (append.IsGivenUp)
            {
                append.Cancel();
                continue;
            }

            batch.Add(append);
            bytes += append.Record.Payload.Length;
        }
    }

    /// <returns>The writer to continue with; null if the next write must open the file again.</returns>
    private TopicWriter? Write(TopicWriter? writer, List<PendingAppend> batch)
    {
        try
        {
            // A deleted file lives on without a name until its last user closes it. Nobody would find what is written to it.
            if (writer is not null && !File.Exists(_source.Path))
            {
                writer.Dispose();
                writer = null;
                ForgetConnections();
                Interlocked.Increment(ref _generation);
            }

            writer ??= new TopicWriter(Open());
            writer.Write(batch);
            batch.ForEach(static append => append.Confirm());
            Signal();
            return writer;
        }
        catch (Exception exception)
        {
            // The transaction is rolled back, whatever went wrong, so everybody in it is told.
            batch.ForEach(append => append.Fail(exception));
            writer?.Dispose();
            return null;
        }
    }

    // The connections to read with, which the pool keeps.
    private void ForgetConnections()
    {
        using var connection = new SqliteConnection(_source.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void Signal() => Interlocked.Exchange(ref _committed, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
