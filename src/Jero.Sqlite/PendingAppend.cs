namespace Jero.Sqlite;

/// <summary>Represents a record that waits for the writer.</summary>
internal sealed class PendingAppend(string topic, Retention retention, long cutoff, TopicRecord record, CancellationToken cancellationToken)
{
    // The publisher continues on another thread, because the writer has others to answer.
    private readonly TaskCompletionSource<TopicPosition> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Topic => topic;

    public Retention Retention => retention;

    public long Cutoff => cutoff;

    public TopicRecord Record => record;

    public bool IsGivenUp => cancellationToken.IsCancellationRequested;

    public Task<TopicPosition> Stored => _stored.Task;

    /// <summary>The position that the transaction gave the record. The publisher gets it once the transaction is on disk.</summary>
    public TopicPosition Position { get; set; }

    public void Confirm() => _stored.TrySetResult(Position);

    public void Cancel() => _stored.TrySetCanceled(cancellationToken);

    public void Fail(Exception cause) => _stored.TrySetException(new TopicUnavailableException(topic, cause));
}
