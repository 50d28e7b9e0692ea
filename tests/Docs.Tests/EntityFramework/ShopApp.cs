using System.Data.Common;
using System.Globalization;
using Jero;
using Jero.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Docs.Tests.EntityFramework;

/// <summary>The page's endpoints over a database in memory.</summary>
internal sealed class ShopApp : IAsyncDisposable
{
    private readonly SqliteConnection _keeper;

    private ShopApp(SqliteConnection keeper) => _keeper = keeper;

    public StreamApp App { get; private set; } = null!;

    public OpenConnections Connections { get; } = new();

    /// <param name="rows">How many orders there are.</param>
    /// <param name="configure">Options of the provider.</param>
    /// <param name="customer">Their customer; a text of 10 KB unless given.</param>
    public static async Task<ShopApp> StartAsync(int rows, Action<SqliteDbContextOptionsBuilder>? configure = null, string? customer = null)
    {
        var connection = $"Data Source=docs-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        var shop = new ShopApp(new SqliteConnection(connection));
        await shop._keeper.OpenAsync(TestContext.Current.CancellationToken);
        await shop.ExecuteAsync("CREATE TABLE OrderRows (Id INTEGER PRIMARY KEY, Customer TEXT NOT NULL, Total REAL NOT NULL)");
        var text = customer is null ? "printf('%.*c', 10000, 'x')" : $"'{customer}'";
        await shop.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE number(n) AS (SELECT 1 WHERE {rows} > 0 UNION ALL SELECT n + 1 FROM number WHERE n < {rows})
            INSERT INTO OrderRows (Customer, Total) SELECT {text}, n FROM number
            """));
        await shop.ExecuteAsync("CREATE VIEW Orders AS SELECT Id, counted(Customer) AS Customer, Total FROM OrderRows");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDbContextFactory<Shop>(options =>
            options.UseSqlite(connection, configure).AddInterceptors(shop.Connections));
        shop.App = await StreamApp.StartAsync(builder, web => web.MapJero());
        return shop;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _keeper.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _keeper.DisposeAsync();
    }

    /// <summary>Sees each connection of a context, and counts the rows that SQLite reads on it.</summary>
    internal sealed class OpenConnections : DbConnectionInterceptor
    {
        private int _open;
        private int _rows;

        /// <summary>How many orders were read, whoever asked for them.</summary>
        public int Rows => Volatile.Read(ref _rows);

        /// <summary>Waits until there is none, as between two questions of a feed.</summary>
        public async Task AreClosedAsync()
        {
            var limit = DateTime.UtcNow.AddSeconds(60);
            while (Volatile.Read(ref _open) > 0)
            {
                Assert.True(DateTime.UtcNow < limit, "A connection is still open.");
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Open(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Open(connection);
            return Task.CompletedTask;
        }

        public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) =>
            Interlocked.Decrement(ref _open);

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            Interlocked.Decrement(ref _open);
            return Task.CompletedTask;
        }

        private void Open(DbConnection connection)
        {
            Interlocked.Increment(ref _open);
            ((SqliteConnection)connection).CreateFunction("counted", (string customer) =>
            {
                Interlocked.Increment(ref _rows);
                return customer;
            });
        }
    }
}
