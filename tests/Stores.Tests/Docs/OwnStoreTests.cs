using MyLog = Stores.Tests.Contract.MemoryLog;

namespace Stores.Tests.Docs;

/// <summary>How docs/topics-stores.md tests a store.</summary>
public sealed class OwnStoreTests
{
    public static TheoryData<string> Names => [.. TopicLogContract.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task It_keeps_the_contract(string name) =>
        new TopicLogContract(retainCount => Task.FromResult<ITopicLog>(new MyLog(retainCount))).CheckAsync(name);
}
