using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Jero.Redis;

/// <summary>
/// Reads once when the app starts, so that a Redis user without the necessary permissions fails the start: a topic that tries for ever to
/// follow its log would look as if nothing were published. A Redis that is not available does not fail the start.
/// </summary>
internal sealed class PermissionCheck(RedisTopicLog log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await log.ProbeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TopicUnavailableException exception) when (exception.InnerException is RedisServerException denied && IsDenied(denied))
        {
            throw new InvalidOperationException(
                $"The Redis user of the topic '{log.Topic}' may not run a command that the topic needs: {denied.Message} "
                + "Jero.Redis needs EVAL, EVALSHA, SCRIPT LOAD, XADD, XTRIM, XRANGE, XREAD, XINFO, XGROUP CREATE, EXISTS, GET, SET and "
                + $"TIME on the keys that begin with {{jero:{log.Topic}}}.", denied);
        }
        catch (TopicUnavailableException)
        {
            // Publishing and reading report it, and continue when Redis is available.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The message differs inside a script.
    private static bool IsDenied(RedisServerException exception) =>
        exception.Message.Contains("NOPERM", StringComparison.Ordinal)
        || exception.Message.Contains("no permissions", StringComparison.Ordinal)
        || exception.Message.Contains("user executing the script", StringComparison.Ordinal)
        || exception.Message.Contains("ACL failure", StringComparison.Ordinal);
}
