namespace Jero.Testing.Topics;

/// <summary>Checks what <see cref="ITopicLog.FollowAsync"/> does.</summary>
internal static class FollowChecks
{
    public static async Task SeamAsync(CheckedLog log)
    {
        var start = (await log.FindRangeAsync().ConfigureAwait(false)).Start;
        var before = await log.AppendAsync(50).ConfigureAwait(false);
        // The later records are appended once the follower reads what is kept.
        var reading = new TaskCompletionSource();
        var following = Task.Run(() => log.FollowAsync(start, 200, () => reading.TrySetResult()));
        await Task.WhenAny(reading.Task, following).ConfigureAwait(false);
        var during = await log.AppendAsync(150).ConfigureAwait(false);

        var followed = await following.ConfigureAwait(false);
        log.SameSequence([.. before, .. during], followed.Select(static record => record.Position), "What was followed");
    }

    public static async Task NewestAsync(CheckedLog log)
    {
        var before = await log.AppendAsync(5).ConfigureAwait(false);
        var following = Task.Run(() => log.FollowAsync(before[^1], 1));
        var next = await log.AppendAsync("next").ConfigureAwait(false);

        log.SameSequence([next], (await following.ConfigureAwait(false)).Select(static record => record.Position), "What was followed");
    }

    public static async Task TwoAsync(CheckedLog log)
    {
        var start = (await log.FindRangeAsync().ConfigureAwait(false)).Start;
        var following = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => log.FollowAsync(start, 50))));
        var positions = await log.AppendAsync(50).ConfigureAwait(false);

        foreach (var followed in await following.ConfigureAwait(false))
        {
            log.SameSequence(positions, followed.Select(static record => record.Position), "What was followed");
        }
    }

    public static async Task FallenOffAsync(CheckedLog log)
    {
        var start = (await log.FindRangeAsync().ConfigureAwait(false)).Start;
        await log.AppendAsync(1_000).ConfigureAwait(false);

        await foreach (var record in log.Log.FollowAsync(start, log.Limit).ConfigureAwait(false))
        {
            log.True(false, $"What follows {start} is forgotten, but FollowAsync continued with {record.Position} instead of ending, so nobody would be told.");
        }
    }

    public static async Task CancelAsync(CheckedLog log)
    {
        var position = await log.AppendAsync("first").ConfigureAwait(false);
        using var cancellation = new CancellationTokenSource();
        var next = log.Log.FollowAsync(position, cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        await using (next.ConfigureAwait(false))
        {
            var waiting = next.MoveNextAsync().AsTask();
            await cancellation.CancelAsync().ConfigureAwait(false);
            try
            {
                log.True(!await waiting.WaitAsync(log.Limit).ConfigureAwait(false), "There was another record, but only one was appended.");
            }
            catch (OperationCanceledException) when (!log.Limit.IsCancellationRequested)
            {
                // This end is just as good.
            }
        }
    }

    public static async Task SlowAsync(CheckedLog log)
    {
        var start = (await log.FindRangeAsync().ConfigureAwait(false)).Start;
        var records = new List<TopicPosition>();
        var positions = new List<TopicPosition> { await log.AppendAsync("first").ConfigureAwait(false) };
        await foreach (var record in log.Log.FollowAsync(start, log.Limit).ConfigureAwait(false))
        {
            records.Add(record.Position);
            if (positions.Count >= 30)
            {
                if (records.Count == positions.Count)
                {
                    break;
                }

                continue;
            }

            positions.AddRange(await log.AppendAsync(3).ConfigureAwait(false));
        }

        log.SameSequence(positions, records, "What was followed");
    }
}
