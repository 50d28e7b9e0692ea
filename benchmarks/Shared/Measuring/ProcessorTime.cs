using System.Globalization;

namespace Measuring;

/// <summary>What a process has had of the processors, which other processes change less than the time on the clock.</summary>
internal static class ProcessorTime
{
    /// <summary>That of the process's threads so far, which /proc has in nanoseconds (the process's own is in hundredths of a second).</summary>
    public static TimeSpan Of(int process)
    {
        long nanoseconds = 0;
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            try
            {
                nanoseconds += long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
