using System.Text;
using Jero.Testing;

namespace Cookbook.Tests;

/// <summary>The recipes that pass on what another server sends.</summary>
public sealed class ProxyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_is_passed_on_with_its_type_and_name()
    {
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        await using var origin = await CookbookApp.StartAsync(_ => { }, web => web.MapGet("/files/a b.bin", () => Results.Bytes(bytes, "image/png", "a b.bin")));
        await using var app = await StartAsync("origin", new Uri(origin.Client.BaseAddress!, "/files/"));

        using var response = await app.Client.GetAsync("/downloads/a%20b.bin", Cancellation);

        Assert.Equal("image/png", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("a b.bin", response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task An_origin_that_refuses_or_is_not_there_is_a_problem()
    {
        await using var origin = await CookbookApp.StartAsync(_ => { }, web => web.MapGet("/files/broken", () => Results.StatusCode(500)));
        await using var app = await StartAsync("origin", new Uri(origin.Client.BaseAddress!, "/files/"));
        await using var lost = await StartAsync("origin", new Uri("http://127.0.0.1:1/"));

        Assert.Equal(404, await GetStatusAsync(app, "/downloads/none"));
        Assert.Equal(502, await GetStatusAsync(app, "/downloads/broken"));
        Assert.Equal(404, await GetStatusAsync(app, "/downloads/..%2Fheadlines"));
        Assert.Equal(502, await GetStatusAsync(lost, "/downloads/any"));
    }

    [Fact]
    public async Task A_download_stops_when_its_client_leaves()
    {
        var gone = new TaskCompletionSource();
        await using var origin = await CookbookApp.StartAsync(_ => { }, web => web.MapGet("/files/endless", async (HttpContext http) =>
        {
            http.RequestAborted.Register(gone.SetResult);
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(new byte[1024], Cancellation);
        }));
        await using var app = await StartAsync("origin", new Uri(origin.Client.BaseAddress!, "/files/"));
        var body = await app.Client.GetStreamAsync("/downloads/endless", Cancellation);
        await body.ReadExactlyAsync(new byte[4096], Cancellation);

        await body.DisposeAsync();
        app.Client.Dispose();

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task A_models_answer_is_passed_on_word_by_word()
    {
        await using var model = await CookbookApp.StartAsync(_ => { }, web => web.MapPost("/v1/chat/completions", () => Results.Text(
            "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n" +
            "data: {\"choices\":[{\"delta\":{\"content\":\"To\"}}]}\n\n" +
            "data: {\"choices\":[{\"delta\":{\"content\":\" be\"}}]}\n\n" +
            "data: {\"choices\":[]}\n\ndata: [DONE]\n\n",
            "text/event-stream")));
        await using var app = await StartAsync("model", new Uri(model.Client.BaseAddress!, "/v1/"));

        using var response = await AskAsync(app);

        Assert.Equal("{\"text\":\"To\"}\n{\"text\":\" be\"}\n", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_model_that_refuses_is_a_problem_and_one_that_stops_cuts_the_answer_short()
    {
        await using var refusing = await CookbookApp.StartAsync(_ => { }, web => web.MapPost("/v1/chat/completions", () => Results.StatusCode(429)));
        await using var stopping = await CookbookApp.StartAsync(_ => { }, web => web.MapPost("/v1/chat/completions", () =>
            Results.Text("data: {\"choices\":[{\"delta\":{\"content\":\"To\"}}]}\n\n", "text/event-stream")));
        await using var first = await StartAsync("model", new Uri(refusing.Client.BaseAddress!, "/v1/"));
        await using var second = await StartAsync("model", new Uri(stopping.Client.BaseAddress!, "/v1/"));

        using var refused = await AskAsync(first);
        using var stopped = await AskAsync(second);

        Assert.Equal(502, (int)refused.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => stopped.Content.ReadAsStringAsync(Cancellation));
    }

    private static Task<StreamApp> StartAsync(string client, Uri upstream) =>
        CookbookApp.StartAsync(services => services.AddHttpClient(client, http => http.BaseAddress = upstream));

    private static async Task<int> GetStatusAsync(StreamApp app, string path)
    {
        using var response = await app.Client.GetAsync(path, Cancellation);
        return (int)response.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(StreamApp app)
    {
        using var content = new StringContent("""{"text":"?"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/complete") { Content = content };
        return await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }
}
