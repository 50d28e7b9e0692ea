using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Redis;

/// <summary>
/// Finds the counter that Jero's topics have for records that are not events. A meter returns the same instrument for the same name, unit
/// and description.
/// </summary>
internal static class SkippedRecords
{
    /// <summary>Returns the counter; null in an app without metrics.</summary>
    public static Counter<long>? CounterOf(IServiceProvider services) => services.GetService<IMeterFactory>()?.Create("Jero")
        .CreateCounter<long>("jero.topic.skipped", "{record}", "Records of the store that are not events of the topic.");
}
