using System.Diagnostics;

namespace Runtime.Tests.Streaming.Processes;

/// <summary>The host would wait ten minutes for a stream, so a process that is gone before was not held up by one.</summary>
public class SigtermTests
{
    private const string LastChunk = "\r\n0\r\n\r\n";
    private const string FirstEvent = "data: {\"number\":1}\n\n";
    private const string HostsLimit = "--shutdownTimeoutSeconds=600";

    [Fact]
    public async Task Where_only_events_are_open_they_end_whole_and_the_process_is_gone()
    {
        await using var app = await StartAsync();
        var clients = new List<RawClient>();
        for (var i = 0; i < 20; i++)
        {
            clients.Add(await OpenAsync(app, "/events", FirstEvent));
        }

        var watch = Stopwatch.StartNew();
        app.Process.Terminate();
        foreach (var client in clients)
        {
            await client.UntilAsync(LastChunk);
            Assert.Equal(FirstEvent, client.Body);
        }

        await GoneAsync(app, watch);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Lines_and_bytes_run_to_their_end_before_the_process_goes()
    {
        await using var app = await StartAsync();
        using var lines = await OpenAsync(app, "/lines", "{\"number\":1}\n");
        using var bytes = await OpenAsync(app, "/bytes", "first,");
        using var events = await OpenAsync(app, "/events", FirstEvent);
        var watch = Stopwatch.StartNew();
        app.Process.Terminate();
        await lines.UntilAsync(LastChunk);
        await bytes.UntilAsync(LastChunk);
        await events.UntilAsync(LastChunk);
        Assert.Equal(string.Concat(Enumerable.Range(1, 10).Select(number => $"{{\"number\":{number}}}\n")), lines.Body);
        Assert.Equal("first,last", bytes.Body);
        Assert.Equal(FirstEvent, events.Body);
        await GoneAsync(app, watch);
    }

    [Theory]
    [InlineData("/deaf")]
    [InlineData("/blocking")]
    public async Task A_source_that_does_not_come_back_holds_the_process_no_longer_than_the_source_stop_timeout(string path)
    {
        await using var app = await StartAsync("--SourceStopTimeout=1");
        using var deaf = await OpenAsync(app, path, FirstEvent);
        var watch = Stopwatch.StartNew();
        app.Process.Terminate();
        await deaf.UntilAsync(LastChunk);
        Assert.Equal(FirstEvent, deaf.Body);
        await GoneAsync(app, watch);
        var output = app.Process.Output;
        Assert.True(output.Contains("the source has not returned 00:00:01", StringComparison.Ordinal), $"No warning in: {output}");
    }

    private static Task<TestApp> StartAsync(params IEnumerable<string> arguments)
    {
        // Windows has no SIGTERM.
        Tool.RequireLinux();
        return TestApp.StartAsync([HostsLimit, .. arguments]);
    }

    private static async Task<RawClient> OpenAsync(TestApp app, string path, string first)
    {
        var client = await RawClient.SendAsync(app.Address, path);
        await client.UntilAsync(first);
        return client;
    }

    private static async Task GoneAsync(TestApp app, Stopwatch watch)
    {
        await app.Process.WaitForExitAsync(TimeSpan.FromMinutes(2));
        TestContext.Current.TestOutputHelper?.WriteLine($"Gone {watch.ElapsedMilliseconds} ms after SIGTERM.");
        Assert.Equal(0, app.Process.ExitCode);
    }
}
