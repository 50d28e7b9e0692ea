using System.Diagnostics;
using System.Globalization;

namespace Inspector.Load;

/// <summary>The server that was started, and what it says of itself.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri[] addresses)
    {
        _process = process;
        // Of each app that of HTTP/1.1 and that of HTTP/2.
        Apps = [.. addresses.Where(static (_, i) => i % 2 == 0).Select(static address => new HttpClient { BaseAddress = address })];
        Http2 = addresses[^1];
    }

    /// <summary>A client of each app; that of the inspected one is the last.</summary>
    public HttpClient[] Apps { get; }

    /// <summary>Of the inspected app.</summary>
    public Uri Http2 { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        start.ArgumentList.Add("serve");
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, [.. line.Split(' ').Select(static address => new Uri(address))]);
    }

    public async Task<double> AskAsync(string path) => double.Parse(await Apps[0].GetStringAsync(path), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(Apps, static app => app.Dispose());
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
