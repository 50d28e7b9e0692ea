using System.Runtime.InteropServices;

namespace Topics.Load.Clients;

/// <summary>
/// Which of many sockets have something to read. The framework's own sockets give each read to the thread pool, which takes more of the
/// processors that the server needs than the read itself.
/// </summary>
internal sealed partial class Epoll : IDisposable
{
    private const int Add = 1;
    private const uint Readable = 1;

    // The kernel packs its struct on x64 only.
    private static readonly int Stride = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    private readonly int _handle = Create(0);
    private readonly byte[] _events = new byte[Stride * 512];

    /// <summary>Reports a socket by a number of the caller's.</summary>
    public void Watch(nint socket, int number)
    {
        Span<byte> wanted = stackalloc byte[16];
        MemoryMarshal.Write(wanted, Readable);
        MemoryMarshal.Write(wanted[(Stride - sizeof(long))..], (long)number);
        if (Control(_handle, Add, (int)socket, wanted) != 0)
        {
            throw new InvalidOperationException($"epoll_ctl: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>Waits; the numbers of the sockets that can be read, none when the time is over.</summary>
    public int Wait(Span<int> ready, int milliseconds)
    {
        var count = Math.Max(0, Wait(_handle, _events, Math.Min(ready.Length, _events.Length / Stride), milliseconds));
        for (var i = 0; i < count; i++)
        {
            ready[i] = (int)MemoryMarshal.Read<long>(_events.AsSpan((i * Stride) + Stride - sizeof(long)));
        }

        return count;
    }

    public void Dispose() => _ = Close(_handle);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int handle, int operation, int socket, Span<byte> wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Wait(int handle, Span<byte> events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
