namespace Telemetry.Tests;

/// <summary>Clients of every kind at once.</summary>
internal sealed class Load(ExportingApp app, HttpClient client) : IDisposable
{
    // Else a garbage collection would close them.
    private HttpResponseMessage[] _open = [];

    public async Task RunAsync(int feeds, int leaving, int exports, int answers, int broken, int archives)
    {
        var open = Enumerable.Range(0, feeds).Select(_ => ReadSomeAsync("/feed"));
        await Task.WhenAll([
            .. Enumerable.Range(0, exports).Select(_ => client.GetStringAsync("/export", TestContext.Current.CancellationToken)),
            .. Enumerable.Range(0, answers).Select(_ => client.GetStringAsync("/answers", TestContext.Current.CancellationToken)),
            .. Enumerable.Range(0, broken).Select(_ => ReadBrokenAsync()),
            ReadLateAsync(archives),
            LeaveAsync(open, leaving),
        ]);
    }

    public void Dispose() => Array.ForEach(_open, static response => response.Dispose());

    private async Task LeaveAsync(IEnumerable<Task<HttpResponseMessage>> open, int leaving)
    {
        _open = await Task.WhenAll(open);
        foreach (var response in _open.Take(leaving))
        {
            response.Dispose();
        }
    }

    private async Task<HttpResponseMessage> ReadSomeAsync(string path)
    {
        var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await body.ReadAtLeastAsync(new byte[400], 400, cancellationToken: TestContext.Current.CancellationToken);
        return response;
    }

    private async Task ReadBrokenAsync() =>
        await Assert.ThrowsAnyAsync<Exception>(() => client.GetStringAsync("/broken", TestContext.Current.CancellationToken));

    /// <summary>Reads when the server has had to wait for a while.</summary>
    private async Task ReadLateAsync(int count)
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, count).Select(
            _ => client.GetAsync("/archive", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)));
        IReadOnlyDictionary<long, long> seen;
        do
        {
            seen = app.Flow.BlockedOf("/archive");
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }
        while (seen.Count < count || !seen.All(app.Flow.BlockedOf("/archive").Contains));

        await Task.WhenAll(responses.Select(
            static response => response.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken)));
    }
}
