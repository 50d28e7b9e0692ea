using Jero;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cookbook;

public sealed record StockChange(string Article, int Left);

public sealed class Article
{
    public required string Id { get; init; }

    public int Stock { get; set; }
}

/// <summary>What is to be published: written in the transaction that changes the data, so that there is never one without the other.</summary>
public sealed class OutboxRow
{
    /// <summary>The order.</summary>
    public long Id { get; init; }

    /// <summary>Names the publication, also in a database that was put back from a backup and counts from an earlier number.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    public required string Article { get; init; }

    public int Left { get; init; }
}

public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
}

[Endpoint("/articles/{id}/sales")]
public sealed partial class SalesEndpoint(Shop shop)
{
    /// <summary>Sells one piece.</summary>
    public async Task<Results<NoContent, NotFound, Conflict>> Post(string id, CancellationToken cancellationToken)
    {
        await using var transaction = await shop.Database.BeginTransactionAsync(cancellationToken);
        if (await shop.Articles.FindAsync([id], cancellationToken) is not { } article) return TypedResults.NotFound();
        if (article.Stock == 0) return TypedResults.Conflict();
        article.Stock--;
        shop.Outbox.Add(new OutboxRow { Article = id, Left = article.Stock });
        await shop.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

[Endpoint("/stock")]
public sealed partial class StockEndpoint(Topic<StockChange> changes)
{
    /// <summary>Every change of a stock, or those of some articles.</summary>
    public SSEResponse<StockChange> Get(string[] article, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        changes.Stream(lastEventId, article);
}

/// <summary>Publishes what is in the outbox, in order. One process of all runs it.</summary>
public sealed partial class OutboxPublisher(IServiceScopeFactory scopes, Topic<StockChange> changes, ILogger<OutboxPublisher> logger)
    : BackgroundService
{
    private const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await PublishAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database or the topic's store is away. Nothing is lost: the row is still there, and is tried again.
                PublishingFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PublishAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<Shop>();
        while (await shop.Outbox.AsNoTracking().OrderBy(row => row.Id).Take(Batch).ToListAsync(token) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                // A process that dies between these two publishes the row again when it is back. The topic knows the key, and answers with
                // the id of the first event.
                await changes.PublishOnceAsync(row.Key.ToString(), new(row.Article, row.Left), row.Article, cancellationToken: token);
                await shop.Outbox.Where(published => published.Id == row.Id).ExecuteDeleteAsync(token);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be published; it is tried again")]
    private static partial void PublishingFailed(ILogger logger, Exception exception);
}
