using Jero.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Jero;

/// <summary>Keeps topics in Redis.</summary>
public static class JeroRedisTopicExtensions
{
    /// <summary>
    /// Keeps the topic's records in a Redis Stream, which any number of nodes publish to and follow. Redis 7 or newer, or what is
    /// compatible. What the acknowledgement of a publication is worth is Redis' own setting: with <c>appendonly yes</c> and
    /// <c>appendfsync always</c> it is on disk. The app starts when Redis is away, and does not when its user may not read streams.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="builder">The topic.</param>
    /// <param name="configuration">
    /// As StackExchange.Redis reads it, such as <c>localhost:6379</c>. <c>asyncTimeout</c>, in milliseconds and 5000 unless set, is how long
    /// an answer is waited for; then <see cref="TopicUnavailableException"/> is thrown. The topic has a second connection for its blocking
    /// reads.
    /// </param>
    /// <returns>The topic.</returns>
    /// <exception cref="ArgumentException">The configuration cannot be read, or names no server.</exception>
    public static TopicBuilder<T> UseRedis<T>(this TopicBuilder<T> builder, string configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        if (ConfigurationOptions.Parse(configuration).EndPoints.Count == 0)
        {
            throw new ArgumentException("The configuration names no server.", nameof(configuration));
        }

        var name = builder.Name;
        builder.Services.TryAddSingleton<RedisConnections>();
        builder.Services.AddKeyedSingleton<ITopicLog>(name, (services, _) => Create(services));
        builder.Services.AddSingleton<IHostedService>(services => new PermissionCheck(Create(services)));
        return builder;

        RedisTopicLog Create(IServiceProvider services)
        {
            var options = services.GetRequiredService<IOptionsMonitor<TopicOptions<T>>>().Get(name);
            return new RedisTopicLog(
                name, services.GetRequiredService<RedisConnections>().Get(configuration),
                new Retention(options.RetainCount, options.RetainFor), services.GetRequiredService<ILogger<RedisTopicLog>>(),
                SkippedRecords.CounterOf(services));
        }
    }
}
