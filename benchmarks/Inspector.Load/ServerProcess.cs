using System.Diagnostics;
using System.Globalization;

namespace Inspector.Load;

/// <summary>A server that was started, and what it says of itself.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri[] addresses)
    {
        _process = process;
        Http2 = addresses[1];
        Client = new HttpClient { BaseAddress = addresses[0] };
    }

    public HttpClient Client { get; }

    public Uri Http2 { get; }

    public static async Task<ServerProcess> StartAsync(bool isMapped)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        start.ArgumentList.Add("serve");
        start.ArgumentList.Add(isMapped.ToString());
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, [.. line.Split(' ').Select(static address => new Uri(address))]);
    }

    public async Task<double> AskAsync(string path) => double.Parse(await Client.GetStringAsync(path), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
