using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shared;

namespace Stores.Tests;

/// <summary>Topics over their stores, in apps that share one.</summary>
public sealed class TopicTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apps_that_share_a_file_have_one_topic()
    {
        using var folder = new TemporaryFolder();
        await GoOnElsewhereAsync(topic => topic.UseSqlite($"Data Source={Path.Combine(folder.Path, "topics.db")}"));
    }

    [Fact]
    public async Task Apps_that_share_a_Redis_have_one_topic()
    {
        await using var redis = await RedisServer.StartAsync();
        await GoOnElsewhereAsync(topic => topic.UseRedis(redis.Configuration));
    }

    private static async Task GoOnElsewhereAsync(Action<TopicBuilder<Price>> store)
    {
        string? last;
        using (var first = await StartAsync(store))
        using (var second = await StartAsync(store))
        {
            var start = await Prices(first).PublishAsync(new Price("START", 0), cancellationToken: Token);
            var reading = Task.Run(async () => await Prices(second).ReadAsync(start, cancellationToken: Token).Take(40).ToListAsync(Token));
            for (var number = 1; number <= 40; number++)
            {
                await Prices(number % 2 == 0 ? first : second).PublishAsync(new Price("MSFT", number), "MSFT", "tick", Token);
            }

            var read = await reading;
            Assert.Equal(Enumerable.Range(1, 40), read.Select(static price => price.Item.Value));
            Assert.All(read, price => Assert.Equal(("MSFT", "tick", "MSFT"), (price.Subject, price.EventName, price.Item.Symbol)));
            last = read[29].Id;
        }

        // Every process is gone, and the one that starts goes on where a client was.
        using var third = await StartAsync(store);
        var id = await Prices(third).PublishOnceAsync("key", new Price("MSFT", 41), "MSFT", "tick", Token);
        Assert.Equal(id, await Prices(third).PublishOnceAsync("key", new Price("MSFT", 41), "MSFT", "tick", Token));
        var resumed = await Prices(third).ReadAsync(last, cancellationToken: Token).Take(11).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(31, 11), resumed.Select(static price => price.Item.Value));
        Assert.Equal(id, resumed[^1].Id);
    }

    private static async Task<IHost> StartAsync(Action<TopicBuilder<Price>> store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        store(builder.Services.AddJeroTopic<Price>("prices"));
        var host = builder.Build();
        await host.StartAsync(Token);
        return host;
    }

    private static Topic<Price> Prices(IHost host) => host.Services.GetRequiredService<Topic<Price>>();

    internal sealed record Price(string Symbol, int Value);
}
