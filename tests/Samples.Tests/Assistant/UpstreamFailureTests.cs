using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Assistant;
using Assistant.Models.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Samples.Tests.Assistant;

/// <summary>The real client library before a stub of the server: what fails before the first word, and what fails later.</summary>
public sealed class UpstreamFailureTests
{
    /// <summary>Where the question must arrive in time, also on a busy machine, and no word comes.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    /// <summary>Where the first word must come in time as well.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, 502, "The model's server refused the key of this server.")]
    [InlineData(403, 502, "The model's server refused the key of this server.")]
    [InlineData(404, 502, "The model's server answered with status 404.")]
    [InlineData(408, 504, "The model did not answer in time.")]
    [InlineData(429, 503, "The model's server takes no more questions for now.")]
    [InlineData(500, 502, "The model's server answered with status 500.")]
    [InlineData(502, 502, "The model's server answered with status 502.")]
    [InlineData(503, 503, "The model's server is not available.")]
    [InlineData(504, 504, "The model did not answer in time.")]
    public async Task A_refusal_is_a_problem(int upstream, int status, string detail)
    {
        await using var stub = await StubServer.StartAsync(http => Completion.RefuseAsync(http, upstream));
        using var app = AssistantApp.Before(stub);

        using var response = await app.AskAsync("Why?");

        await AssertProblemAsync(response, status, detail);
        Assert.Equal(1, stub.Requests);
        Assert.False(response.Headers.Contains("Retry-After"));
    }

    [Theory]
    [InlineData(429, "17", "17")]
    [InlineData(503, "Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData(429, "soon", null)]
    [InlineData(500, "17", null)]
    public async Task When_to_come_again_is_passed_on(int upstream, string retryAfter, string? expected)
    {
        await using var stub = await StubServer.StartAsync(http => Completion.RefuseAsync(http, upstream, retryAfter));
        using var app = AssistantApp.Before(stub);

        using var response = await app.Client.GetAsync("/questions/stream?text=Why", Cancellation);

        Assert.True((int)response.StatusCode is 502 or 503);
        Assert.Equal(expected, response.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_problem()
    {
        using var free = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var app = AssistantApp.Before($"http://{free.LocalEndPoint}/v1");

        using var response = await app.AskAsync("Anybody there?");

        await AssertProblemAsync(response, 502, "The connection to the model's server failed.");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_problem_and_is_left_alone()
    {
        await using var stub = await StubServer.StartAsync(Completion.SilenceAsync);
        using var app = AssistantApp.Before(stub, Short);

        using var response = await app.AskAsync("Why?");

        await AssertProblemAsync(response, 504, "The model's server sent nothing for 5 s.");
        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task A_server_that_sends_on_without_a_word_has_not_begun_to_answer()
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            while (true)
            {
                await Completion.WordAsync(http, "");
                await Task.Delay(20, http.RequestAborted);
            }
        });
        using var app = AssistantApp.Before(stub, Short);

        using var response = await app.AskAsync("Why?");

        await AssertProblemAsync(response, 504, "The model's server sent nothing for 5 s.");
        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Theory]
    [InlineData("{ no JSON")]
    [InlineData("[1, 2]")]
    public async Task A_malformed_first_chunk_is_a_problem(string data)
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await Completion.SendAsync(http, data);
            await Completion.EndAsync(http);
        });
        using var app = AssistantApp.Before(stub);

        using var response = await app.AskAsync("Why?");

        await AssertProblemAsync(response, 502, "The model's server sent what cannot be read.");
    }

    [Fact]
    public async Task An_empty_answer_is_a_problem()
    {
        await using var stub = await StubServer.StartAsync(_ => Task.CompletedTask);
        using var app = AssistantApp.Before(stub);

        using var response = await app.AskAsync("Why?");

        await AssertProblemAsync(response, 502, "The model's server ended the answer too early.");
    }

    [Fact]
    public async Task A_malformed_later_chunk_is_an_error_item_and_a_clean_end()
    {
        await AssertErrorAfterOneWordAsync(
            async http =>
            {
                await Completion.SendAsync(http, "{ no JSON");
                await Completion.EndAsync(http);
            },
            "The model's server sent what cannot be read.");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_error_item_and_a_clean_end()
    {
        var breakOff = new TaskCompletionSource();
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "One");
            // A reset overtakes what is on its way.
            await breakOff.Task;
            http.Abort();
        });
        using var app = AssistantApp.Before(stub);
        using var response = await app.AskAsync("Count");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        await lines.ReadLineAsync(Cancellation);

        breakOff.SetResult();

        Assert.Equal("""{"type":"error","message":"The connection to the model's server failed."}""", await lines.ReadLineAsync(Cancellation));
        Assert.Null(await lines.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task An_answer_that_ends_too_early_is_an_error_item_and_a_clean_end() =>
        await AssertErrorAfterOneWordAsync(_ => Task.CompletedTask, "The model's server ended the answer too early.");

    [Fact]
    public async Task A_server_that_falls_silent_is_an_error_item_and_a_clean_end() =>
        await AssertErrorAfterOneWordAsync(Completion.SilenceAsync, "The model's server sent nothing for 10 s.", Enough);

    [Fact]
    public async Task A_client_that_takes_its_time_does_not_make_the_server_late()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "One", " two"));
        var settings = new UpstreamSettings("key", new Uri(stub.BaseUrl), "stub", Enough);
        using var model = new UpstreamModel(settings, NullLogger<UpstreamModel>.Instance);
        await using var chunks = model.AnswerAsync(new() { Text = "Count" }, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await chunks.MoveNextAsync());

        await Task.Delay(Enough + TimeSpan.FromSeconds(0.5), Cancellation);

        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal(new Delta(" two"), chunks.Current);
    }

    private static async Task AssertErrorAfterOneWordAsync(Func<HttpContext, Task> andThen, string message, TimeSpan? timeout = null)
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "One");
            await andThen(http);
        });
        using var app = AssistantApp.Before(stub, timeout);

        var lines = await app.AskForLinesAsync("Count");

        Assert.Equal(
            ["""{"type":"delta","text":"One"}""", $$"""{"type":"error","message":"{{message}}"}"""],
            lines);
        Assert.DoesNotContain(app.Log.GetSnapshot(), record => record.Level >= LogLevel.Error);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status, string detail)
    {
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(detail, JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString());
        Assert.DoesNotContain("secret-of-the-upstream", body, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("x-answered-by"));
    }
}
