using System.Net;
using System.Net.ServerSentEvents;
using System.Text;

namespace Samples.Tests.Assistant;

/// <summary>The real client library before a stub of the server, over HTTP on loopback: answers that come to their end.</summary>
public sealed class UpstreamAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_word_by_word_and_says_how_it_ended()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "To be", ", or \"not\"", " to ☃"));
        using var app = AssistantApp.Before(stub);

        Assert.Equal(
            [
                """{"type":"delta","text":"To be"}""",
                """{"type":"delta","text":", or \"not\""}""",
                """{"type":"delta","text":" to ☃"}""",
                """{"type":"done","model":"stub-1","finishReason":"stop","usage":{"inputTokens":12,"outputTokens":3}}""",
            ],
            await app.AskForLinesAsync("What is the question?"));
    }

    [Fact]
    public async Task The_question_goes_out_with_the_key_and_the_model_of_the_settings()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "Yes."));
        using var app = AssistantApp.Before(stub);

        await app.AskForLinesAsync("Is it?");

        Assert.Equal("Bearer key-of-the-test", stub.Authorization);
        Assert.Equal("stub", stub.Body.GetProperty("model").GetString());
        Assert.True(stub.Body.GetProperty("stream").GetBoolean());
        Assert.True(stub.Body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
        var messages = stub.Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user"], messages.Select(message => message.GetProperty("role").GetString()));
        Assert.Equal("Is it?", messages[1].GetProperty("content").GetString());
    }

    [Fact]
    public async Task What_was_asked_and_answered_before_goes_out_in_its_order()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "Four."));
        using var app = AssistantApp.Before(stub);
        const string Body = """{"text":"And two more?","earlier":[{"question":"One?","answer":"One."},{"question":"And one?","answer":"Two."}]}""";
        using var content = new StringContent(Body, Encoding.UTF8, "application/json");

        using var response = await app.Client.PostAsync("/questions", content, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            ["user One?", "assistant One.", "user And one?", "assistant Two.", "user And two more?"],
            stub.Body.GetProperty("messages").EnumerateArray().Skip(1).Select(said => $"{said.GetProperty("role")} {said.GetProperty("content")}"));
    }

    [Fact]
    public async Task The_same_comes_as_events()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "One", " two"));
        using var app = AssistantApp.Before(stub);
        await using var body = await app.Client.GetStreamAsync("/questions/stream?text=Count", Cancellation);

        var events = await SseParser.Create(body).EnumerateAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(["1", "2", "3"], events.Select(item => item.EventId));
        Assert.Equal("""{"type":"delta","text":"One"}""", events[0].Data);
        Assert.StartsWith("""{"type":"done",""", events[2].Data, StringComparison.Ordinal);
        Assert.Equal("Count", stub.Body.GetProperty("messages")[1].GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_browser_that_reconnects_is_told_to_stop_and_nobody_pays_twice()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "One"));
        using var app = AssistantApp.Before(stub);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/questions/stream?text=Count") { Headers = { { "Last-Event-ID", "1" } } };

        using var response = await app.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, stub.Requests);
    }

    [Fact]
    public async Task HEAD_asks_nobody()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "One"));
        using var app = AssistantApp.Before(stub);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/questions/stream?text=Count");

        using var response = await app.Client.SendAsync(request, Cancellation);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, stub.Requests);
    }

    [Fact]
    public async Task A_slow_word_is_on_the_wire_before_the_next_one_exists()
    {
        var more = new SemaphoreSlim(0);
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            foreach (var word in (string[])["One", " two", " three"])
            {
                await more.WaitAsync(http.RequestAborted);
                await Completion.WordAsync(http, word);
            }

            await Completion.EndAsync(http);
        });
        using var app = AssistantApp.Before(stub);
        var asking = app.AskAsync("Count slowly");
        more.Release();
        using var response = await asking;
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));

        foreach (var word in (string[])["One", " two", " three"])
        {
            Assert.Equal($$"""{"type":"delta","text":"{{word}}"}""", await lines.ReadLineAsync(Cancellation));
            more.Release();
        }

        Assert.StartsWith("""{"type":"done",""", await lines.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(await lines.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task The_answer_says_which_model_it_is_from()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, "Me."));
        using var app = AssistantApp.Before(stub);

        using var response = await app.AskAsync("Who?");

        Assert.Equal("stub", Assert.Single(response.Headers.GetValues("x-answered-by")));
        var notice = await app.Client.GetStringAsync("/model", Cancellation);
        Assert.Contains($"Answers come from stub at {new Uri(stub.BaseUrl).Authority}.", notice, StringComparison.Ordinal);
        Assert.Contains(app.Log.GetSnapshot(), record => record.Message.StartsWith("Answers come from stub", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("tool_calls", "other")]
    public async Task The_reason_of_the_end_is_passed_on(string upstream, string reason)
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "One");
            await Completion.EndAsync(http, upstream);
        });
        using var app = AssistantApp.Before(stub);

        var lines = await app.AskForLinesAsync("Count");

        Assert.Contains($"\"finishReason\":\"{reason}\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_word_is_no_failure()
    {
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http));
        using var app = AssistantApp.Before(stub);

        Assert.StartsWith("""{"type":"done",""", Assert.Single(await app.AskForLinesAsync("Say nothing")), StringComparison.Ordinal);
    }
}
