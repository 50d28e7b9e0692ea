using System.Text;
using Jero.Testing;

namespace Cookbook.Tests;

/// <summary>The recipes of event streams that go on after <c>Last-Event-ID</c>.</summary>
public sealed class FeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_reconnects_misses_nothing_and_sees_nothing_twice()
    {
        var headlines = new Headlines();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(headlines));
        for (var i = 1; i <= 3; i++) headlines.Add(new Headline($"h{i}"));
        await using var first = await app.OpenAsync<Headline>("/headlines", "1");
        Assert.Equal(["2:h2", "3:h3"], Texts(await first.TakeAsync(2)));
        await first.DisposeAsync();
        for (var i = 4; i <= 1500; i++) headlines.Add(new Headline($"h{i}"));

        await using var second = await app.OpenAsync<Headline>("/headlines", "1000");

        Assert.Equal(Enumerable.Range(1001, 500).Select(i => $"{i}:h{i}"), Texts(await second.TakeAsync(500)));
        headlines.Add(new Headline("live"));
        Assert.Equal(["1501:live"], Texts(await second.TakeAsync(1)));
    }

    [Theory]
    [InlineData("0", "501")]
    [InlineData("99999", "501")]
    public async Task A_client_that_was_away_for_too_long_gets_what_is_kept(string lastEventId, string first)
    {
        var headlines = new Headlines();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(headlines));
        for (var i = 1; i <= 1500; i++) headlines.Add(new Headline($"h{i}"));

        await using var feed = await app.OpenAsync<Headline>("/headlines", lastEventId);

        Assert.Equal([$"{first}:h{first}"], Texts(await feed.TakeAsync(1)));
    }

    [Fact]
    public async Task A_new_client_gets_what_is_published_from_then_on()
    {
        var headlines = new Headlines();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(headlines));
        headlines.Add(new Headline("old"));
        await using var feed = await app.OpenAsync<Headline>("/headlines");
        using var content = new StringContent("""{"text":"new"}""", Encoding.UTF8, "application/json");

        (await app.Client.PostAsync("/headlines", content, Cancellation)).EnsureSuccessStatusCode();

        Assert.Equal(["2:new"], Texts(await feed.TakeAsync(1)));
    }

    [Fact]
    public async Task Lines_come_whole_as_they_are_written_and_a_client_goes_on_where_it_was()
    {
        using var log = new TemporaryFile("one\ntwo\nthr");
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(new LogFile(log.Path)));
        await using var tail = await app.OpenAsync<string>("/log");
        Assert.Equal(["4:one", "8:two"], Texts(await tail.TakeAsync(2)));
        log.Append("ee\nfö");
        log.Append("ur\n");
        Assert.Equal(["14:three", "20:föur"], Texts(await tail.TakeAsync(2)));

        await using var second = await app.OpenAsync<string>("/log", "8");

        Assert.Equal(["14:three", "20:föur"], Texts(await second.TakeAsync(2)));
    }

    [Fact]
    public async Task A_file_that_is_emptied_is_followed_from_its_beginning()
    {
        using var log = new TemporaryFile("a long first line\n");
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(new LogFile(log.Path)));
        await using var tail = await app.OpenAsync<string>("/log");
        Assert.Equal(["18:a long first line"], Texts(await tail.TakeAsync(1)));

        log.Replace("new\n");

        Assert.Equal(["4:new"], Texts(await tail.TakeAsync(1)));
    }

    [Fact]
    public async Task A_job_is_watched_to_its_end_and_then_the_browser_is_told_to_stay_away()
    {
        var jobs = new Jobs();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(jobs));
        var step = new SemaphoreSlim(0);
        var (id, _) = jobs.Start(async job =>
        {
            for (var done = 1; done <= 3; done++)
            {
                await step.WaitAsync(Cancellation);
                job.Report(new JobState(done, 3));
            }
        });
        await using var progress = await app.OpenAsync<JobState>($"/jobs/{id}/progress");
        Assert.Equal(["0:progress"], (await progress.TakeAsync(1)).Select(item => $"{item.Id}:{item.Event}"));
        step.Release();
        Assert.Equal(["1:progress"], (await progress.TakeAsync(1)).Select(item => $"{item.Id}:{item.Event}"));
        step.Release();
        Assert.Equal(["2:progress"], (await progress.TakeAsync(1)).Select(item => $"{item.Id}:{item.Event}"));
        step.Release();
        Assert.Equal(["3:over"], (await progress.ReadToEndAsync()).Select(item => $"{item.Id}:{item.Event}"));

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/jobs/{id}/progress") { Headers = { { "Last-Event-ID", "3" } } };
        using var response = await app.Client.SendAsync(again, Cancellation);
        Assert.Equal(204, (int)response.StatusCode);
        using var unknown = await app.Client.GetAsync("/jobs/none/progress", Cancellation);
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    private static IEnumerable<string> Texts(IEnumerable<StreamItem<Headline>> items) => items.Select(item => $"{item.Id}:{item.Item.Text}");

    private static IEnumerable<string> Texts(IEnumerable<StreamItem<string>> items) => items.Select(item => $"{item.Id}:{item.Item}");

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => Replace(text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Append(string text) => File.AppendAllText(Path, text);

        public void Replace(string text)
        {
            using var file = new FileStream(Path, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite);
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        public void Dispose() => File.Delete(Path);
    }
}
