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
    /// Keeps the records of a topic in a Redis Stream, which any number of servers can publish to and follow. It needs Redis 7 or later, or
    /// a compatible server. A setting of Redis decides how durable an acknowledged publication is: with <c>appendonly yes</c> and
    /// <c>appendfsync always</c> it is on disk. The app starts even if Redis is not available, but not if its Redis user may not read
    /// streams.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="builder">The builder of the topic.</param>
    /// <param name="configuration">
    /// A configuration string for StackExchange.Redis, such as <c>localhost:6379</c>. <c>asyncTimeout</c> is how long to wait for an
    /// answer, in milliseconds; the default is 5000. After that a <see cref="TopicUnavailableException"/> is thrown. The topic has a second
    /// connection for its blocking reads.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The configuration is invalid, or names no server.</exception>
    public static TopicBuilder<T> UseRedis<T>(this TopicBuilder<T> builder, string configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        if (ConfigurationOptions.Parse(configuration).EndPoints.Count == 0)
        {
            throw new ArgumentException("The configuration names no server. Write one, such as localhost:6379.", nameof(configuration));
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
