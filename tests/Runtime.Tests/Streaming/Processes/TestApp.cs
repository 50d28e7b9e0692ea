using System.Text.RegularExpressions;

namespace Runtime.Tests.Streaming.Processes;

/// <summary>The app of Runtime.TestApp in a process of its own.</summary>
internal sealed partial class TestApp : IAsyncDisposable
{
    private TestApp(ChildProcess process, Uri address)
    {
        Process = process;
        Address = address;
    }

    public ChildProcess Process { get; }

    public Uri Address { get; }

    public static async Task<TestApp> StartAsync(params IEnumerable<string> arguments)
    {
        var process = new ChildProcess(Tool.DotNet, [Path.Combine(AppContext.BaseDirectory, "Runtime.TestApp.dll"), .. arguments]);
        try
        {
            await App.UntilAsync(() => process.HasExited || Listening().IsMatch(process.Output), "the app listens");
            return new TestApp(process, new Uri(Listening().Match(process.Output).Groups[1].Value));
        }
        catch (Exception exception)
        {
            await process.DisposeAsync();
            throw new InvalidOperationException($"The app did not start. It wrote: {process.Output}", exception);
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
