using System.Globalization;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cookbook;

public sealed record Headline(string Text);

/// <summary>The last headlines, which any number of clients follow, each at its own pace. In memory: for one server.</summary>
public sealed class Headlines
{
    private const int Kept = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<Headline> _headlines = new();
    private TaskCompletionSource _added = NewSignal();
    private long _lastId;

    /// <summary>The id of the newest.</summary>
    public long LastId
    {
        get
        {
            lock (_lock) return _lastId;
        }
    }

    public void Add(Headline headline)
    {
        lock (_lock)
        {
            _headlines.Enqueue(headline);
            _lastId++;
            if (_headlines.Count > Kept) _headlines.Dequeue();
            _added.SetResult();
            _added = NewSignal();
        }
    }

    /// <summary>Headlines after an id, as far as they are kept, and then the new ones.</summary>
    public async IAsyncEnumerable<(
        long Id, Headline Headline)> FollowAsync(long last, [EnumeratorCancellation] CancellationToken token = default)
    {
        while (true)
        {
            var (missed, added) = Take(last);
            foreach (var (id, headline) in missed)
            {
                yield return (id, headline);
                last = id;
            }

            if (missed.Count == 0) await added.WaitAsync(token);
        }
    }

    // What is there and the signal for more under one lock: nothing comes between the two and is lost.
    private (List<(long Id, Headline Headline)> Missed, Task Added) Take(long last)
    {
        lock (_lock)
        {
            var first = _lastId - _headlines.Count + 1;
            if (last > _lastId) last = first - 1;   // an id from before a restart
            var skip = (int)Math.Max(0, last - first + 1);
            return ([.. _headlines.Skip(skip).Select((headline, i) => (first + skip + i, headline))], _added.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[Endpoint("/headlines")]
public sealed partial class HeadlinesEndpoint(Headlines headlines)
{
    /// <summary>Headlines as they come; a client that reconnects gets those that it has missed.</summary>
    // The newest id is read here, before the response begins: who has its head misses nothing that comes later.
    public SSEResponse<Headline> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(Events(long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : headlines.LastId));

    public NoContent Post(Headline headline)
    {
        headlines.Add(headline);
        return TypedResults.NoContent();
    }

    private async IAsyncEnumerable<ServerSentEvent<Headline>> Events(
        long last, [EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var (id, headline) in headlines.FollowAsync(last, token))
        {
            yield return new(headline) { Id = id.ToString(CultureInfo.InvariantCulture) };
        }
    }
}
