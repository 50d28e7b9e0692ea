using Jero.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Stores.Tests.Sqlite;

/// <summary>Files of other versions.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "topics.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_file_keeps_its_records_and_epoch()
    {
        // As version 1 wrote it.
        Write(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE jero_topics (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL, newest INTEGER NOT NULL);
            CREATE TABLE jero_records (
                id INTEGER PRIMARY KEY, topic INTEGER NOT NULL REFERENCES jero_topics (id) ON DELETE CASCADE, major INTEGER NOT NULL,
                kind INTEGER NOT NULL, subject TEXT, event TEXT, at INTEGER NOT NULL, payload BLOB NOT NULL, UNIQUE (topic, major));
            INSERT INTO jero_topics VALUES (1, 'prices', 'old1', 7);
            INSERT INTO jero_records VALUES (1, 1, 7, 0, 'MSFT', 'tick', 1700000000000, X'223722');
            PRAGMA user_version = 1;
            """);
        await using var logs = new SqliteLogs(FilePath);
        var log = logs.Open();

        var record = Assert.Single(await Records.ReadAsync(log));
        Assert.Equal((new TopicPosition("old1", 7), "7", "MSFT"), (record.Position, Records.Text(record), record.Subject));
        Assert.Equal(new TopicPosition("old1", 8), await log.AppendAsync(Records.Item("8", "key"), Token));
        Assert.Equal(new TopicPosition("old1", 8), await log.AppendAsync(Records.Item("8", "key"), Token));
    }

    [Fact]
    public async Task Many_processes_that_open_a_new_file_at_once_make_its_tables_once()
    {
        var processes = Enumerable.Range(0, 8).Select(_ => new SqliteLogs(FilePath, more: ";Default Timeout=60")).ToList();
        var ranges = await Task.WhenAll(processes.Select(logs => Task.Run(async () => await logs.Open().FindRangeAsync(Token))));

        Assert.Single(ranges.Distinct());
        foreach (var logs in processes) await logs.DisposeAsync();
    }

    [Fact]
    public async Task A_newer_file_is_refused_as_the_app_starts_and_is_not_touched()
    {
        Write("PRAGMA user_version = 99");
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        new TopicBuilder<int>(builder.Services, "prices").UseSqlite($"Data Source={FilePath}");
        using var host = builder.Build();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Token));
        Assert.Equal(
            $"The file '{FilePath}' has version 99 of its schema, but this Jero.Sqlite knows only versions up to {TopicSchema.Version}: "
            + "a newer Jero.Sqlite has written it, or the file is another program's.", fault.Message);
        var log = host.Services.GetRequiredKeyedService<ITopicLog>("prices");
        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.AppendAsync(Records.Item("lost"), Token));
        Assert.Contains("version 99", refused.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_of()
    {
        await File.WriteAllTextAsync(FilePath, new string('x', 5_000), Token);
        await using var logs = new SqliteLogs(FilePath);
        var fault = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await logs.Open().AppendAsync(Records.Item("lost"), Token));
        Assert.Contains("file is not a database", fault.Message);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string text)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
