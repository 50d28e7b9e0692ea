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
    /// Keeps the topic's records in an SQLite file, with a write-ahead log: a publication is on disk when it returns, and clients resume
    /// over a restart of the server. For one machine, since SQLite needs shared memory beside the file; several processes of it may publish
    /// and follow. Several topics may share a file, which should have no other tables: its schema version is <c>PRAGMA user_version</c>.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="builder">The topic.</param>
    /// <param name="connectionString">
    /// As Microsoft.Data.Sqlite reads it, such as <c>Data Source=prices.db</c>; the file is made where there is none, its folder is not.
    /// <c>Default Timeout</c>, in seconds and 5 unless set, is how long a locked file is waited for; then
    /// <see cref="TopicUnavailableException"/> is thrown.
    /// </param>
    /// <returns>The topic.</returns>
    /// <exception cref="ArgumentException">The connection string names no file, or one that can only be read.</exception>
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
