using System.Runtime.CompilerServices;

namespace Stores.Tests.Contract;

/// <summary>The checks pass a log that does what it should, and find out one that does not.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Names => [.. TopicLogContract.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_log_in_memory(string name) => Contract(static count => new MemoryLog(count)).CheckAsync(name);

    [Fact]
    public Task All_at_once() => Contract(static count => new MemoryLog(count)).CheckAllAsync();

    [Fact]
    public async Task A_log_that_forgets_keys_is_found_out()
    {
        var fault = await Assert.ThrowsAsync<StreamTestException>(Contract(static count => new ForgetsKeys(count)).CheckAllAsync);
        Assert.StartsWith("'An idempotency key is stored once': The position of what had its key before should be memory-1 and is memory-5.", fault.Message);
    }

    [Fact]
    public async Task A_log_that_does_not_say_what_it_has_forgotten_is_found_out()
    {
        var fault = await Assert.ThrowsAsync<StreamTestException>(Contract(static count => new HidesGaps(count)).CheckAllAsync);
        Assert.Contains("it still begins at memory-0", fault.Message);
    }

    [Fact]
    public async Task A_log_that_reads_one_too_many_is_found_out()
    {
        var fault = await Assert.ThrowsAsync<StreamTestException>(Contract(static count => new ReadsInclusive(count)).CheckAllAsync);
        Assert.StartsWith("'Reading begins after one position and ends with another'", fault.Message);
    }

    [Fact]
    public async Task A_log_that_follows_from_now_on_is_found_out()
    {
        var fault = await Assert.ThrowsAsync<StreamTestException>(
            () => Contract(static count => new EndsEarly(count)).CheckAsync("Following gives what is kept and then what comes, each once"));
        Assert.Contains("FollowAsync ended by itself", fault.Message);
    }

    [Fact]
    public async Task A_log_that_follows_over_a_gap_is_found_out()
    {
        var fault = await Assert.ThrowsAsync<StreamTestException>(Contract(static count => new FollowsOverGaps(count)).CheckAllAsync);
        Assert.StartsWith("'Following after what is forgotten ends, so that the topic notices'", fault.Message);
    }

    [Fact]
    public async Task A_check_that_is_not_there_is_told_of() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Contract(static count => new MemoryLog(count)).CheckAsync("nothing"));

    private static TopicLogContract Contract(Func<int, ITopicLog> create) => new(count => Task.FromResult(create(count)));

    private sealed class ForgetsKeys(int count) : MemoryLog(count)
    {
        protected override bool KeepsKeys => false;
    }

    private sealed class HidesGaps(int count) : MemoryLog(count)
    {
        protected override bool TrimsAtStart => false;
    }

    private sealed class ReadsInclusive(int count) : MemoryLog(count)
    {
        public override IAsyncEnumerable<TopicRecord> ReadAsync(TopicPosition after, TopicPosition to, CancellationToken cancellationToken) =>
            base.ReadAsync(after.Major == 0 ? after : after with { Major = after.Major - 1 }, to, cancellationToken);
    }

    private sealed class FollowsOverGaps(int count) : MemoryLog(count)
    {
        protected override bool EndsAtGaps => false;
    }

    private sealed class EndsEarly(int count) : MemoryLog(count)
    {
        public override async IAsyncEnumerable<TopicRecord> FollowAsync(TopicPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var record in ReadAsync(after, after with { Major = ulong.MaxValue }, cancellationToken)) yield return record;
        }
    }
}
