using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Writers.Alone;

/// <summary>What this thread has had of the processors, to the nanosecond: what else the machine does is not counted.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    public static long Nanoseconds()
    {
        if (GetTime(ThreadClock, out var time) != 0)
        {
            throw new Win32Exception();
        }

        return time.Seconds * 1_000_000_000 + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
