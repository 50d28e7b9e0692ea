namespace Jero.Testing.Topics;

/// <summary>Lists every check by its name.</summary>
internal static class LogChecks
{
    public static IReadOnlyDictionary<string, LogCheck> All { get; } = new Dictionary<string, LogCheck>
    {
        ["An empty log begins where it ends"] = new(AppendChecks.EmptyAsync),
        ["Positions of one epoch rise and come back from their text"] = new(AppendChecks.PositionsAsync),
        ["A record comes back as it was appended"] = new(AppendChecks.FieldsAsync),
        ["A large record comes back as it was appended"] = new(AppendChecks.LargeAsync),
        ["Many publishers at once lose nothing and get a position each"] = new(AppendChecks.ConcurrentAsync),
        ["An idempotency key is stored once"] = new(AppendChecks.IdempotencyAsync),
        ["An idempotency key that many publish at once is stored once"] = new(AppendChecks.ConcurrentIdempotencyAsync),
        ["Nothing is appended by who has given up before"] = new(AppendChecks.CancelledAsync),
        ["Reading begins after one position and ends with another"] = new(ReadChecks.CutsAsync),
        ["Reading what is longer than a page gives all of it in order"] = new(ReadChecks.LongAsync),
        ["The newest position is that of the last record"] = new(ReadChecks.RangeAsync),
        ["What is over the count is forgotten, and the range says so"] = new(ReadChecks.TrimAsync, RetainCount: 10),
        ["Reading after what is forgotten begins with the oldest that is kept"] = new(ReadChecks.FallenOffAsync, RetainCount: 10),
        ["Following gives what is kept and then what comes, each once"] = new(FollowChecks.SeamAsync),
        ["Following from the newest gives only what comes"] = new(FollowChecks.NewestAsync),
        ["Two who follow are given the same"] = new(FollowChecks.TwoAsync),
        ["Following after what is forgotten ends, so that the topic notices"] = new(FollowChecks.FallenOffAsync, RetainCount: 10),
        ["Following ends when it is cancelled"] = new(FollowChecks.CancelAsync),
        ["A follower that is slow misses nothing"] = new(FollowChecks.SlowAsync),
    };
}
