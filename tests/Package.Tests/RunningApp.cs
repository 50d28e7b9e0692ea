using System.Text.Json;
using System.Text.RegularExpressions;

namespace Package.Tests;

/// <summary>The small app in a process of its own, on a port that was free.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly ChildProcess _process;

    private RunningApp(ChildProcess process) => _process = process;

    public HttpClient Client { get; } = new() { Timeout = Limit };

    public string Output => _process.Output;

    public static async Task<RunningApp> StartAsync(
        string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string?> environment)
    {
        var process = new ChildProcess(
            program, arguments, directory, [.. environment, new("ASPNETCORE_URLS", "http://127.0.0.1:0"), new("ASPNETCORE_HTTP_PORTS", null)]);
        var app = new RunningApp(process);
        try
        {
            await app.UntilAsync(() => Task.FromResult(process.HasExited || Listening().IsMatch(process.Output)), "the app listens");
            app.Client.BaseAddress = new Uri(Listening().Match(process.Output).Groups[1].Value);
            return app;
        }
        catch (Exception exception)
        {
            await app.DisposeAsync();
            throw new InvalidOperationException($"The app did not start. It wrote: {process.Output}", exception);
        }
    }

    /// <summary>The text and the process id of each word that the app streams.</summary>
    public async Task<(string Text, int Process)[]> ReadWordsAsync()
    {
        var body = await Client.GetStringAsync("/words", TestContext.Current.CancellationToken);
        return [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

        static (string Text, int Process) Parse(string line)
        {
            using var word = JsonDocument.Parse(line);
            return (word.RootElement.GetProperty("text").GetString()!, word.RootElement.GetProperty("process").GetInt32());
        }
    }

    /// <summary>The data of the first event of the app's topic, which no other id than one of another log asks for from the beginning.</summary>
    public async Task<string?> ReadNewsAsync()
    {
        await using var stream = await Client.GetStreamAsync("/news?after=other-1", TestContext.Current.CancellationToken);
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: {\"weather\"", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Waits for a condition, and fails with what the app wrote.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"Waited {Limit} until {what}. The app wrote: {Output}");
            await Task.Delay(100, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return _process.DisposeAsync();
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
