using System.Runtime.InteropServices;

namespace Measuring;

/// <summary>What a figure depends on and a reader has to know.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
        return $"{processor}, {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}; "
            + $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC";
    }
}
