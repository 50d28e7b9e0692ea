namespace Stores.Tests.Sqlite;

public sealed class SqliteContractTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteLogs _logs;

    public SqliteContractTests() => _logs = new SqliteLogs(Path.Combine(_folder.Path, "topics.db"));

    public static TheoryData<string> Names => [.. TopicLogContract.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task It_keeps_the_contract(string name) =>
        new TopicLogContract(count => Task.FromResult(_logs.Open(retainCount: count))).CheckAsync(name);

    public async ValueTask DisposeAsync()
    {
        await _logs.DisposeAsync();
        _folder.Dispose();
    }
}
