using Shared;

namespace Notifications.Tests.Redis;

internal static class RedisSetting
{
    /// <summary>The argument by which the sample keeps its notifications there.</summary>
    public static string Setting(this RedisServer redis) => $"--ConnectionStrings:Redis={redis.Configuration}";
}
