using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Stores.Tests.Docs;

/// <summary>What docs/topics-stores.md registers.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task A_topic_is_kept_in_a_file()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddJeroTopic<Price>("prices").UseSqlite("Data Source=prices.db");
        await AssertIsKeptAsync(builder.Services, "Jero.Sqlite");
    }

    [Fact]
    public async Task A_topic_is_kept_in_Redis()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddJeroTopic<Price>("prices").UseRedis("localhost:6379");
        await AssertIsKeptAsync(builder.Services, "Jero.Redis");
    }

    // Nothing is opened before the app starts.
    private static async Task AssertIsKeptAsync(IServiceCollection services, string store)
    {
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(store, provider.GetRequiredKeyedService<ITopicLog>("prices").GetType().Assembly.GetName().Name);
    }

    private sealed record Price(string Symbol, decimal Value);
}
