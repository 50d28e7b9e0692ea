using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Docs.Tests.EntityFramework;

/// <summary>What docs/entity-framework.md says of its snippets.</summary>
public sealed class EntityFrameworkTests
{
    // Far more than the buffers of a connection hold, so that who reads it all has not streamed.
    private const int Rows = 2000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/orders")]
    [InlineData("/orders/export")]
    public async Task A_client_that_leaves_after_one_row_ends_the_reading(string path)
    {
        await using var shop = await ShopApp.StartAsync(Rows);
        await using var stream = await shop.App.OpenAsync<Order>(path);
        await stream.TakeAsync(1);

        await stream.DropAsync();

        Assert.InRange(shop.Connections.Rows, 1, Rows - 1);
    }

    [Fact]
    public async Task A_retrying_strategy_reads_everything_before_the_first_row()
    {
        await using var shop = await ShopApp.StartAsync(
            Rows, sqlite => sqlite.ExecutionStrategy(dependencies => new Retrying(dependencies)));
        await using var stream = await shop.App.OpenAsync<Order>("/orders");
        await stream.TakeAsync(1);

        await stream.DropAsync();

        Assert.Equal(Rows, shop.Connections.Rows);
    }

    [Theory]
    [InlineData("/orders", "{\"id\":1,\"customer\":\"Ann\",\"total\":1}\n{\"id\":2,\"customer\":\"Ann\",\"total\":2}\n")]
    [InlineData("/orders?least=2", "{\"id\":2,\"customer\":\"Ann\",\"total\":2}\n")]
    [InlineData("/orders/export", "{\"id\":1,\"customer\":\"Ann\",\"total\":1}\n{\"id\":2,\"customer\":\"Ann\",\"total\":2}\n")]
    [InlineData("/orders/slow", "{\"id\":1,\"customer\":\"Ann\",\"total\":1}\n{\"id\":2,\"customer\":\"Ann\",\"total\":2}\n")]
    [InlineData("/order-lines", "{\"id\":1,\"total\":1}\n{\"id\":2,\"total\":2}\n")]
    public async Task Every_row_comes(string path, string lines)
    {
        await using var shop = await ShopApp.StartAsync(rows: 2, customer: "Ann");

        Assert.Equal(lines, await shop.App.Client.GetStringAsync(path, Cancellation));
    }

    [Fact]
    public async Task What_fails_before_the_first_row_is_an_error_response()
    {
        await using var shop = await ShopApp.StartAsync(rows: 0);

        using var none = await shop.App.Client.GetAsync("/orders/export", Cancellation);
        Assert.Equal(404, (int)none.StatusCode);

        await shop.ExecuteAsync("DROP VIEW Orders");
        using var broken = await shop.App.Client.GetAsync("/orders", Cancellation);
        Assert.Equal(500, (int)broken.StatusCode);
    }

    [Fact]
    public async Task The_feed_goes_on_after_the_last_order_that_was_seen_and_holds_no_connection()
    {
        await using var shop = await ShopApp.StartAsync(rows: 2);
        await using var stream = await shop.App.OpenAsync<Order>("/orders/feed", lastEventId: "1");

        Assert.Equal("2", (await stream.TakeAsync(1))[0].Id);
        await shop.ExecuteAsync("INSERT INTO OrderRows (Customer, Total) VALUES ('Bo', 20)");
        Assert.Equal("Bo", (await stream.TakeAsync(1))[0].Item.Customer);
        await shop.Connections.AreClosedAsync();
    }

    private sealed class Retrying(ExecutionStrategyDependencies dependencies)
        : ExecutionStrategy(dependencies, maxRetryCount: 3, TimeSpan.FromSeconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is DbException;
    }
}
