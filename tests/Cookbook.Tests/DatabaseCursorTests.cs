using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Cookbook.Tests;

public sealed class DatabaseCursorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_order_comes_from_the_cursor()
    {
        await using var database = await CreateAsync("CREATE TABLE orders (id INTEGER, customer TEXT, total REAL)", "INSERT INTO orders VALUES (1, 'Ann', 9.5), (2, 'Bo', 20)");
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<DbDataSource>(database.Source));

        Assert.Equal("{\"id\":1,\"customer\":\"Ann\",\"total\":9.5}\n{\"id\":2,\"customer\":\"Bo\",\"total\":20}\n", await app.Client.GetStringAsync("/orders", Cancellation));
        Assert.Equal("{\"id\":2,\"customer\":\"Bo\",\"total\":20}\n", await app.Client.GetStringAsync("/orders?least=10", Cancellation));
    }

    [Fact]
    public async Task A_query_that_fails_is_an_error_response()
    {
        await using var database = await CreateAsync();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<DbDataSource>(database.Source));

        using var response = await app.Client.GetAsync("/orders", Cancellation);

        Assert.Equal(500, (int)response.StatusCode);
    }

    private static async Task<Database> CreateAsync(params string[] commands)
    {
        var database = new Database($"Data Source=cookbook-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
        await database.Keeper.OpenAsync(Cancellation);
        foreach (var text in commands)
        {
            await using var command = database.Keeper.CreateCommand();
            command.CommandText = text;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        return database;
    }

    /// <summary>A database in memory, which is there for as long as one connection is open.</summary>
    private sealed class Database(string connectionString) : IAsyncDisposable
    {
        public SqliteConnection Keeper { get; } = new(connectionString);

        public DbDataSource Source { get; } = SqliteFactory.Instance.CreateDataSource(connectionString);

        public async ValueTask DisposeAsync()
        {
            await Source.DisposeAsync();
            await Keeper.DisposeAsync();
        }
    }
}
