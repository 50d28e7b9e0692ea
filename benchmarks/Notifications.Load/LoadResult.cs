using System.Globalization;

namespace Notifications.Load;

/// <summary>What came of a run. Memory is the server's, resident, in bytes.</summary>
internal sealed record LoadResult(
    IReadOnlyList<LoadClient> Clients, Latencies Latencies, TimeSpan ProcessorTime, long Before, long Connected, long Most)
{
    public bool IsComplete => Clients.All(client => client.IsComplete);

    public string Describe(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {name}
          clients with every event once and in order: {Clients.Count(client => client.IsComplete)} of {Clients.Count}, {Clients.Sum(client => client.Connections) - Clients.Count} reconnects
          latency in ms: p50 {Latencies.Percentile(0.5):F1}, p99 {Latencies.Percentile(0.99):F1}, largest {Latencies.Percentile(1):F1}
          memory in MB: {Before / 1e6:F0} before, {Connected / 1e6:F0} connected, {Most / 1e6:F0} at most; processor time {ProcessorTime.TotalSeconds:F1} s
        """);
}
