using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Notifications.Tests.Server;

public sealed class RequestTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"topic":"general","content":{"kind":"message","text":"Hello"}}""")]
    [InlineData("""{"topic":"builds","content":{"kind":"progress","job":"main","percent":100}}""")]
    [InlineData("""{"topic":"@bob","content":{"kind":"alert","severity":"critical","text":"Disk full"}}""")]
    public async Task Each_kind_is_published_and_answered_with_what_is_delivered(string json)
    {
        using var user = await User.SignInAsync(server.Address);

        using var response = await user.SendAsync(HttpMethod.Post, server.Address, "/notifications", json);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var published = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Matches(@"^[a-z0-9]+-\d+$", published.GetProperty("id").GetString());
        var notification = published.GetProperty("notification");
        Assert.Equal("ada", notification.GetProperty("from").GetString());
        var sent = JsonElement.Parse(json);
        Assert.Equal(sent.GetProperty("topic").GetString(), notification.GetProperty("topic").GetString());
        Assert.Equal(sent.GetProperty("content").GetRawText(), notification.GetProperty("content").GetRawText());
    }

    [Theory]
    [InlineData("""{"topic":"general","content":{"kind":"message","text":""}}""", "$.content.text")]
    [InlineData("""{"topic":"general","content":{"kind":"message","text":" \n "}}""", "$.content.text")]
    [InlineData("""{"topic":"general","content":{"kind":"message"}}""", "$.content")]
    [InlineData("""{"topic":"general","content":{"kind":"alert","severity":"warning","text":null}}""", "$.content.text")]
    [InlineData("""{"topic":"general","content":{"kind":"alert","severity":"mild","text":"x"}}""", "$.content.severity")]
    [InlineData("""{"topic":"general","content":{"kind":"alert","severity":7,"text":"x"}}""", "$.content.severity")]
    [InlineData("""{"topic":"general","content":{"kind":"progress","job":"x","percent":101}}""", "$.content.percent")]
    [InlineData("""{"topic":"general","content":{"kind":"progress","job":"x","percent":"much"}}""", "$.content.percent")]
    [InlineData("""{"topic":"general","content":{"kind":"progress","job":"","percent":1}}""", "$.content.job")]
    [InlineData("""{"topic":"general","content":{"kind":"song","text":"x"}}""", "$.content")]
    [InlineData("""{"topic":"general","content":null}""", "$.content")]
    [InlineData("""{"topic":null,"content":{"kind":"message","text":"x"}}""", "$.topic")]
    [InlineData("""{}""", "$")]
    public async Task What_does_not_fit_is_a_422_with_the_path(string json, string path) =>
        await AssertProblemAsync(json, HttpStatusCode.UnprocessableEntity, path);

    [Fact]
    public async Task A_text_may_have_500_characters_and_no_more()
    {
        await AssertProblemAsync(Message(new string('x', 501)), HttpStatusCode.UnprocessableEntity, "$.content.text");

        using var user = await User.SignInAsync(server.Address);
        await user.PublishAsync(server.Address, new string('x', 500));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("@nobody")]
    [InlineData("@")]
    [InlineData("")]
    [InlineData("General")]
    public async Task An_unknown_topic_is_a_404(string topic)
    {
        await AssertProblemAsync(Message("x", topic), HttpStatusCode.NotFound, path: null);

        using var user = await User.SignInAsync(server.Address);
        using var response = await user.SendAsync(HttpMethod.Get, server.Address, $"/notifications?topic=general&topic={topic}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_topic_of_another_user_is_a_404_to_a_reader()
    {
        using var user = await User.SignInAsync(server.Address);

        using var own = await user.SendAsync(HttpMethod.Get, server.Address, "/notifications?topic=@ada");
        using var other = await user.SendAsync(HttpMethod.Get, server.Address, "/notifications?topic=@bob");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, other.StatusCode));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_JSON_is_a_400(string json, HttpStatusCode status) => await AssertProblemAsync(json, status, path: null);

    [Theory]
    [InlineData(null)]
    [InlineData("notifications=forged")]
    [InlineData("notifications=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_cookie_and_with_a_forged_one_there_is_a_401_and_no_redirect(string? cookie)
    {
        using var client = User.Client();
        foreach (var (method, path) in (IEnumerable<(HttpMethod, string)>)[(HttpMethod.Get, "/notifications"), (HttpMethod.Post, "/notifications"), (HttpMethod.Get, "/session")])
        {
            using var request = new HttpRequestMessage(method, new Uri(server.Address, path));
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            if (method == HttpMethod.Post) request.Content = new StringContent(Message("x"), Encoding.UTF8, "application/json");
            using var response = await client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Null(response.Headers.Location);
        }
    }

    [Fact]
    public async Task A_cookie_of_which_one_character_was_changed_is_a_401()
    {
        using var user = await User.SignInAsync(server.Address);
        var middle = user.Cookie.Length / 2;
        var changed = user.Cookie[..middle] + (user.Cookie[middle] == 'A' ? 'B' : 'A') + user.Cookie[(middle + 1)..];
        using var client = User.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/session")) { Headers = { { "Cookie", changed } } };

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_told_so_until_the_sign_out()
    {
        using var user = await User.SignInAsync(server.Address, "cleo");
        using var session = await user.SendAsync(HttpMethod.Get, server.Address, "/session");
        var told = await session.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("cleo", told.GetProperty("user").GetString());
        Assert.Equal("@cleo", told.GetProperty("topics").EnumerateArray().Last().GetString());

        using var signOut = await user.SendAsync(HttpMethod.Delete, server.Address, "/session");
        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
        Assert.StartsWith("notifications=;", Assert.Single(signOut.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user":"mallory"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"user":null}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Nobody_else_signs_in(string json, HttpStatusCode status)
    {
        using var client = User.Client();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(server.Address, "/session"), content, Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page.css", "text/css")]
    [InlineData("/page.js", "text/javascript")]
    [InlineData("/client.js", "text/javascript")]
    [InlineData("/openapi.json", "application/json")]
    public async Task The_page_and_the_document_are_for_everybody(string path, string mediaType)
    {
        using var client = User.Client();
        using var response = await client.GetAsync(new Uri(server.Address, path), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_page_may_load_what_is_its_own_and_nothing_else()
    {
        using var client = User.Client();
        using var response = await client.GetAsync(new Uri(server.Address, "/"), Cancellation);

        Assert.StartsWith("default-src 'none'; script-src 'self';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_told_who_may_sign_in_and_how_long_a_stream_is_silent()
    {
        using var client = User.Client();

        Assert.Equal("""{"users":["ada","bob","cleo"],"keepAliveSeconds":1}""", await client.GetStringAsync(new Uri(server.Address, "/settings"), Cancellation));
    }

    [Fact]
    public async Task The_document_says_what_the_data_of_an_event_is_and_who_may_ask()
    {
        using var client = User.Client();
        var served = await client.GetStringAsync(new Uri(server.Address, "/openapi.json"), Cancellation);
        var get = JsonElement.Parse(served).GetProperty("paths").GetProperty("/notifications").GetProperty("get");

        var events = get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("text/event-stream")
            .GetProperty("itemSchema").GetProperty("oneOf").EnumerateArray()
            .Select(one => one.GetProperty("properties").GetProperty("data").GetRawText())
            .ToArray();
        Assert.Contains("#/components/schemas/Session", events[0], StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/Notification", events[1], StringComparison.Ordinal);
        Assert.Contains("missed", events[2], StringComparison.Ordinal);
        Assert.Contains("maxLength", events[3], StringComparison.Ordinal);
        Assert.Equal("cookie", get.GetProperty("security")[0].EnumerateObject().Single().Name);
        Assert.True(get.GetProperty("responses").TryGetProperty("401", out _));
    }

    private static string Message(string text, string topic = "general") =>
        JsonSerializer.Serialize(new { topic, content = new { kind = "message", text } });

    private async Task AssertProblemAsync(string json, HttpStatusCode status, string? path)
    {
        using var user = await User.SignInAsync(server.Address);
        using var response = await user.SendAsync(HttpMethod.Post, server.Address, "/notifications", json);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        if (path is not null) Assert.True(problem.GetProperty("errors").TryGetProperty(path, out _), problem.GetRawText());
    }
}
