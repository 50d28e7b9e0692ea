using Shared;

namespace Stores.Tests.Redis;

public sealed class RedisContractTests(RedisContractTests.Server server) : IClassFixture<RedisContractTests.Server>
{
    public static TheoryData<string> Names => [.. TopicLogContract.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_keeps_the_contract(string name)
    {
        await using var logs = new RedisLogs(await server.StartAsync());
        await new TopicLogContract(count => Task.FromResult<ITopicLog>(logs.Open($"topic {Guid.NewGuid()}", count))).CheckAsync(name);
    }

    /// <summary>One server for all, which is started by the first test: a fixture cannot be skipped.</summary>
    public sealed class Server : IAsyncDisposable
    {
        private RedisServer? _redis;

        public async Task<string> StartAsync()
        {
            _redis ??= await RedisServer.StartAsync();
            return _redis.Configuration;
        }

        public async ValueTask DisposeAsync()
        {
            if (_redis is not null) await _redis.DisposeAsync();
        }
    }
}
