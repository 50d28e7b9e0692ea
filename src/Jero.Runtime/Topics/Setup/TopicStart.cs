using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jero.Topics.Setup;

/// <summary>
/// Begins to read a topic's store when the app starts, so that the first client does not wait for it. Invalid options fail the start.
/// </summary>
internal sealed class TopicStart<T>(IServiceProvider provider, string name) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider.GetRequiredKeyedService<Topic<T>>(name).Node.Start();
        return Task.CompletedTask;
    }

    // The container ends the reading, when nobody can ask for the topic any more.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
