using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>Measures several sides in turns, in the other order every second round.</summary>
internal static class Turns
{
    /// <param name="sides">Each side's server, and what reads its answer to the end and returns how many bytes there were.</param>
    /// <param name="count">How many items an answer has.</param>
    /// <param name="leastBytes">Less than these an item is not what was asked for.</param>
    /// <param name="warmUp">How many rounds come before those that count.</param>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="token">Gives up.</param>
    public static Side[] Measure(
        (ServerProcess Server, Func<long> Read)[] sides, int count, int leastBytes, int warmUp, int rounds, CancellationToken token)
    {
        Side[] measured = [.. sides.Select(static _ => new Side([], []))];
        for (var round = -warmUp; round < rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, sides.Length) : Enumerable.Range(0, sides.Length).Reverse())
            {
                token.ThrowIfCancellationRequested();
                var (server, read) = sides[i];
                var processorBefore = server.ProcessorTime();
                var started = Stopwatch.GetTimestamp();
                var bytes = read();
                var elapsed = Stopwatch.GetElapsedTime(started);
                var processor = server.ProcessorTime() - processorBefore;
                if (bytes < count * (long)leastBytes)
                {
                    throw new InvalidOperationException($"Side {i} sent only {bytes} bytes for {count} items.");
                }

                if (round >= 0)
                {
                    measured[i].Rates.Add(count / elapsed.TotalSeconds);
                    measured[i].Costs.Add(processor.TotalNanoseconds / count);
                }
            }
        }

        return measured;
    }

    /// <param name="Rates">Items a second, of each round.</param>
    /// <param name="Costs">The server's processor time for an item, in nanoseconds, of each round.</param>
    public sealed record Side(List<double> Rates, List<double> Costs)
    {
        /// <summary>This side's items a second to another's. Of each round's own pair, since what else the machine does changes between rounds.</summary>
        public Sample RateTo(Side other) => new(Rates.Zip(other.Rates, static (a, b) => a / b));

        /// <summary>The same of the processor time.</summary>
        public Sample CostTo(Side other) => new(Costs.Zip(other.Costs, static (a, b) => a / b));
    }
}
