using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Redis;

/// <summary>The counter that Jero's topics have for records that are no events: a meter gives the same one for the same name.</summary>
internal static class SkippedRecords
{
    /// <summary>The counter; null in an app without metrics.</summary>
    public static Counter<long>? CounterOf(IServiceProvider services) => services.GetService<IMeterFactory>()?.Create("Jero")
        .CreateCounter<long>("jero.topic.skipped", "{record}", "Records of the store that are no events of the topic.");
}
