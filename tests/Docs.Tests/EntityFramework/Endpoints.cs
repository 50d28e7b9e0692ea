using System.Globalization;
using System.Runtime.CompilerServices;
using Cookbook;
using Jero;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Docs.Tests.EntityFramework;

public sealed class Order
{
    public int Id { get; set; }

    public required string Customer { get; set; }

    public double Total { get; set; }
}

public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}

[Endpoint("/orders")]
public sealed partial class OrdersEndpoint(Shop shop)
{
    /// <summary>Every order, one JSON object a line.</summary>
    public NDJSONStreamingResponse<Order> Get(double least = 0) => new(shop.Orders
        .AsNoTracking()
        .Where(order => order.Total >= least)
        .OrderBy(order => order.Id)
        .AsAsyncEnumerable());
}

public sealed record OrderLine(int Id, double Total);

[Endpoint("/order-lines")]
public sealed partial class OrderLinesEndpoint(Shop shop)
{
    public NDJSONStreamingResponse<OrderLine> Get() => new(shop.Orders
        .OrderBy(order => order.Id)
        .Select(order => new OrderLine(order.Id, order.Total))
        .AsAsyncEnumerable());
}

[Endpoint("/orders/export")]
public sealed partial class ExportEndpoint(Shop shop)
{
    public NDJSONStreamingResponse<Order> Get() => new(Snapshot());

    private async IAsyncEnumerable<IAsyncEnumerable<Order>> Snapshot([EnumeratorCancellation] CancellationToken token = default)
    {
        await using var transaction = await shop.Database.BeginTransactionAsync(token);
        if (!await shop.Orders.AnyAsync(token)) throw new ProblemException(StatusCodes.Status404NotFound, "There are no orders.");
        yield return shop.Orders.AsNoTracking().OrderBy(order => order.Id).AsAsyncEnumerable();
    }
}

[Endpoint("/orders/feed")]
public sealed partial class FeedEndpoint(IDbContextFactory<Shop> shops, TimeProvider time)
{
    /// <summary>Orders as they come, after the last one that the client has seen.</summary>
    public SSEResponse<Order> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(Follow(int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0));

    private async IAsyncEnumerable<ServerSentEvent<Order>> Follow(int last, [EnumeratorCancellation] CancellationToken token = default)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            foreach (var order in await FindAfterAsync(last, token))
            {
                last = order.Id;
                yield return new(order) { Id = order.Id.ToString(CultureInfo.InvariantCulture) };
            }
        }
        while (await timer.WaitForNextTickAsync(token));
    }

    // The context is gone before the first of these is sent.
    private async Task<List<Order>> FindAfterAsync(int last, CancellationToken token)
    {
        await using var shop = await shops.CreateDbContextAsync(token);
        return await shop.Orders.AsNoTracking().Where(order => order.Id > last).OrderBy(order => order.Id).Take(100).ToListAsync(token);
    }
}

[Endpoint("/orders/slow")]
public sealed partial class SlowOrdersEndpoint(Shop shop)
{
    public NDJSONStreamingResponse<Order> Get() => new(OffThread.RunAsync(() => shop.Orders.AsNoTracking().AsEnumerable()));
}
