using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cookbook;

public sealed record JobState(int Done, int Of)
{
    public bool IsOver => Done == Of;
}

/// <summary>A job that runs by itself, whoever watches.</summary>
public sealed class Job
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile JobState _state = new(0, 1);

    public JobState State => _state;

    public void Report(JobState state)
    {
        _state = state;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>The state now and after each change. Who is slow misses states, but never the last.</summary>
    public async IAsyncEnumerable<JobState> WatchAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;   // before the state, so that no change goes unseen
            var state = _state;
            yield return state;
            if (state.IsOver) yield break;
            await changed.WaitAsync(token);
        }
    }
}

public sealed class Jobs
{
    private readonly ConcurrentDictionary<string, Job> _jobs = new();

    public (string Id, Job Job) Start(Func<Job, Task> work)
    {
        var (id, job) = (Guid.NewGuid().ToString("N"), new Job());
        _jobs[id] = job;
        _ = Task.Run(() => work(job));
        return (id, job);
    }

    public Job? Find(string id) => _jobs.GetValueOrDefault(id);
}

[Endpoint("/jobs/{id}/progress")]
public sealed partial class ProgressEndpoint(Jobs jobs)
{
    /// <summary>How far a job is, until it is over. A browser that comes back after that is told to stay away.</summary>
    public Results<SSEResponse<JobState>, NoContent, NotFound> Get(string id, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        jobs.Find(id) switch
        {
            null => TypedResults.NotFound(),
            { State.IsOver: true } when lastEventId is not null => TypedResults.NoContent(),
            var job => new SSEResponse<JobState>(Events(job)),
        };

    private static async IAsyncEnumerable<ServerSentEvent<JobState>> Events(
        Job job, [EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var state in job.WatchAsync(token))
        {
            yield return new(state) { Event = state.IsOver ? "over" : "progress", Id = $"{state.Done}" };
        }
    }
}
