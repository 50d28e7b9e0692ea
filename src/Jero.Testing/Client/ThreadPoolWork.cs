namespace Jero.Testing.Client;

/// <summary>Waits for work that is queued in the thread pool.</summary>
internal static class ThreadPoolWork
{
    // Queued work may queue further work, a few times over.
    private const int Rounds = 4;

    /// <summary>Returns when what is queued now, and what that queues in turn, has most likely run.</summary>
    public static async Task DrainAsync()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var turns = Enumerable.Range(0, Environment.ProcessorCount).Select(static _ =>
            {
                var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.SetResult(), turn, preferLocal: false);
                return turn.Task;
            });
            await Task.WhenAll(turns).ConfigureAwait(false);
        }
    }
}
