using Jero.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Stores.Tests.Sqlite;

/// <summary>A file with its logs, as one process has it open.</summary>
internal sealed class SqliteLogs(string path, TimeProvider? time = null, string more = "", ILogger<SqliteTopicLog>? logger = null) : IAsyncDisposable
{
    private readonly TopicFiles _files = new();

    public ITopicLog Open(string topic = "prices", int retainCount = 10_000, TimeSpan? retainFor = null) =>
        new SqliteTopicLog(topic, File, new Retention(retainCount, retainFor), time ?? TimeProvider.System, logger ?? NullLogger<SqliteTopicLog>.Instance);

    public TopicFile File => _files.Get(TopicFileSource.Parse($"Data Source={path}{more}"));

    public ValueTask DisposeAsync() => _files.DisposeAsync();
}
