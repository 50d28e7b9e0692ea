using System.Net;
using System.Text;
using System.Text.Json;
using Assistant.Models.Upstream;
using Microsoft.Extensions.Configuration;

namespace Samples.Tests.Assistant;

/// <summary>The sample as it is without any set-up.</summary>
public sealed class EmbeddedAppTests : IDisposable
{
    private readonly AssistantApp _app = AssistantApp.Embedded();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Without_a_key_the_embedded_model_answers_and_says_so()
    {
        using var response = await _app.AskAsync("What is a stream?");
        var body = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("embedded", Assert.Single(response.Headers.GetValues("x-answered-by")));
        Assert.Contains("""{"type":"done","model":"embedded",""", body, StringComparison.Ordinal);
        Assert.Contains("No OPENAI_API_KEY is set", await _app.Client.GetStringAsync("/model", Cancellation), StringComparison.Ordinal);
        Assert.Contains(_app.Log.GetSnapshot(), record => record.Message.StartsWith("No OPENAI_API_KEY is set", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"text":""}""", 422, "$.text")]
    [InlineData("""{"text":"  \n"}""", 422, "$.text")]
    [InlineData("""{"text":null}""", 422, "$.text")]
    [InlineData("""{"text":5}""", 422, "$.text")]
    [InlineData("""{"text":"x","earlier":[null]}""", 422, "$.earlier[0]")]
    [InlineData("""{"text":"x","earlier":[{"question":"y","answer":" "}]}""", 422, "$.earlier")]
    [InlineData("{}", 422, "$")]
    [InlineData("null", 422, "question")]
    [InlineData("{", 400, "$")]
    public async Task A_question_that_is_none_is_refused_with_its_path(string body, int status, string path)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _app.Client.PostAsync("/questions", content, Cancellation);

        await AssertErrorAtAsync(response, status, path);
    }

    [Theory]
    [InlineData("?text=", 422)]
    [InlineData("?text=%20", 422)]
    [InlineData("", 400)]
    public async Task A_query_that_is_no_question_is_refused_with_its_path(string query, int status)
    {
        using var response = await _app.Client.GetAsync("/questions/stream" + query, Cancellation);

        await AssertErrorAtAsync(response, status, "text");
    }

    [Fact]
    public async Task A_question_may_have_4000_characters_and_no_more()
    {
        using var longest = await _app.AskAsync(new string('x', 4000));
        using var longer = await _app.AskAsync(new string('x', 4001));

        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        await AssertErrorAtAsync(longer, 422, "$.text");
    }

    [Theory]
    [InlineData(40_000, 200)]
    [InlineData(40_001, 422)]
    public async Task What_was_before_a_question_may_have_40000_characters_and_no_more(int length, int status)
    {
        var body = $$"""{"text":"x","earlier":[{"question":"y","answer":"z"},{"question":"y","answer":"{{new string('z', length - 3)}}"}]}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _app.Client.PostAsync("/questions", content, Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 422) await AssertErrorAtAsync(response, status, "$.earlier");
    }

    [Theory]
    [InlineData("/", "text/html", "chat.js")]
    [InlineData("/chat.js", "text/javascript", "createAssistant({ baseUrl: '.' })")]
    [InlineData("/client.js", "text/javascript", "export function createAssistant")]
    [InlineData("/chat.css", "text/css", "prefers-color-scheme: dark")]
    public async Task The_page_is_served(string path, string contentType, string part)
    {
        using var response = await _app.Client.GetAsync(path, Cancellation);

        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(part, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPENAI_BASE_URL", "localhost:8080")]
    [InlineData("OPENAI_BASE_URL", "ftp://example.com/v1")]
    [InlineData("OPENAI_TIMEOUT", "soon")]
    [InlineData("OPENAI_TIMEOUT", "00:00:00")]
    public void A_setting_that_cannot_be_read_is_named(string name, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("OPENAI_API_KEY", "key"), KeyValuePair.Create<string, string?>(name, value)])
            .Build();

        var exception = Assert.Throws<InvalidOperationException>(() => UpstreamSettings.Find(configuration));

        Assert.StartsWith($"{name} is '{value}'", exception.Message, StringComparison.Ordinal);
    }

    private static async Task AssertErrorAtAsync(HttpResponseMessage response, int status, string path)
    {
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal([path], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }
}
