namespace Jero.Testing.Topics;

/// <summary>Checks what <see cref="ITopicLog.ReadAsync"/> and <see cref="ITopicLog.FindRangeAsync"/> do.</summary>
internal static class ReadChecks
{
    public static async Task CutsAsync(CheckedLog log)
    {
        var positions = await log.AppendAsync(6).ConfigureAwait(false);
        positions.Insert(0, (await log.FindRangeAsync().ConfigureAwait(false)).Start);

        for (var after = 0; after < positions.Count; after++)
        {
            for (var to = 0; to < positions.Count; to++)
            {
                var read = await log.ReadAsync(positions[after], positions[to]).ConfigureAwait(false);
                log.SameSequence(
                    to > after ? positions[(after + 1)..(to + 1)] : [], read.Select(static record => record.Position),
                    $"What is read after {positions[after]} to {positions[to]}");
            }
        }
    }

    public static async Task LongAsync(CheckedLog log)
    {
        var positions = (await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Task.Run(() => log.AppendAsync(100)))).ConfigureAwait(false))
            .SelectMany(static of => of).OrderBy(static position => position.Major).ThenBy(static position => position.Minor);

        var read = await log.ReadAsync().ConfigureAwait(false);
        log.SameSequence(positions, read.Select(static record => record.Position), "What was read");
    }

    public static async Task RangeAsync(CheckedLog log)
    {
        var before = await log.FindRangeAsync().ConfigureAwait(false);
        foreach (var position in await log.AppendAsync(3).ConfigureAwait(false))
        {
            log.True(before.Newest.IsBefore(position), $"{position} is not after {before.Newest}.");
        }

        var last = await log.AppendAsync("last").ConfigureAwait(false);
        var after = await log.FindRangeAsync().ConfigureAwait(false);
        log.Same(last, after.Newest, "The newest position");
        log.Same(4, (await log.ReadAsync(before.Start, after.Newest).ConfigureAwait(false)).Count, "The number of records after the start of the empty log");
    }

    public static async Task TrimAsync(CheckedLog log)
    {
        var positions = await log.AppendAsync(1_000).ConfigureAwait(false);

        var range = await log.FindRangeAsync().ConfigureAwait(false);
        var read = await log.ReadAsync(range.Start, range.Newest).ConfigureAwait(false);
        log.Same(positions[^1], range.Newest, "The newest position");
        log.True(positions[0].IsBefore(range.Start), $"1,000 records were appended to a log of 10, but it still begins at {range.Start}.");
        log.True(read.Count >= 10, $"10 records should be kept, but {read.Count} are.");
        log.SameSequence(positions[^read.Count..], read.Select(static record => record.Position), "What is kept");
        log.True(range.Start.IsBefore(read[0].Position), $"The log says that it begins after {range.Start}, but {read[0].Position} is the first record.");
        log.True(
            !range.Start.IsBefore(positions[^(read.Count + 1)]),
            $"{positions[^(read.Count + 1)]} is forgotten, but a reader that has seen {range.Start} is told that it missed nothing.");
        log.True(
            !range.IsDense || range.Start.Major == read[0].Position.Major - 1,
            $"The position before {read[0].Position} is not {range.Start}, but IsDense says that the size of a gap is a difference.");
    }

    public static async Task FallenOffAsync(CheckedLog log)
    {
        var start = (await log.FindRangeAsync().ConfigureAwait(false)).Start;
        var positions = await log.AppendAsync(1_000).ConfigureAwait(false);

        var kept = await log.ReadAsync().ConfigureAwait(false);
        var read = await log.ReadAsync(start, positions[^1]).ConfigureAwait(false);
        log.SameSequence(kept.Select(static record => record.Position), read.Select(static record => record.Position), "What was read");
    }
}
