using Jero.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jero;

/// <summary>Keeps topics in SQLite.</summary>
public static class JeroSqliteTopicExtensions
{
    /// <summary>
    /// Keeps the records of a topic in an SQLite file with a write-ahead log. A publication is on disk when it returns, and clients can
    /// resume after a restart of the server. The store is for one machine, because SQLite needs shared memory next to the file. Several
    /// processes on that machine may publish and follow. Several topics may share a file. The file should have no other tables: its schema
    /// version is <c>PRAGMA user_version</c>.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="builder">The builder of the topic.</param>
    /// <param name="connectionString">
    /// A connection string for Microsoft.Data.Sqlite, such as <c>Data Source=prices.db</c>. The file is created if it does not exist; its
    /// folder is not. <c>Default Timeout</c> is how long to wait for a locked file, in seconds; the default is 5. After that a
    /// <see cref="TopicUnavailableException"/> is thrown.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string does not name a file, or opens it read-only.</exception>
    public static TopicBuilder<T> UseSqlite<T>(this TopicBuilder<T> builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var source = TopicFileSource.Parse(connectionString);
        var name = builder.Name;
        builder.Services.TryAddSingleton<TopicFiles>();
        builder.Services.AddKeyedSingleton<ITopicLog>(name, (services, _) => Create(services));
        builder.Services.AddSingleton<IHostedService>(services => new SchemaCheck(services.GetRequiredService<TopicFiles>().Get(source)));
        return builder;

        SqliteTopicLog Create(IServiceProvider services)
        {
            var options = services.GetRequiredService<IOptionsMonitor<TopicOptions<T>>>().Get(name);
            return new SqliteTopicLog(
                name, services.GetRequiredService<TopicFiles>().Get(source), new Retention(options.RetainCount, options.RetainFor),
                services.GetService<TimeProvider>() ?? TimeProvider.System, services.GetRequiredService<ILogger<SqliteTopicLog>>(),
                SkippedRecords.CounterOf(services));
        }
    }
}
