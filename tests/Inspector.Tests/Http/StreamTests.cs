using System.Net;
using System.Text.Json.Nodes;
using Inspector.Tests.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared;

namespace Inspector.Tests.Http;

/// <summary>What is said of open and ended streams, and what stops one.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_stream_is_shown_with_what_it_has_sent_and_waits_for()
    {
        await using var app = await InspectedApp.StartAsync();
        using var stream = await app.OpenAsync("/ticks/tick?first=3", "ada");

        var shown = await OneAsync(app, static stream => (string?)stream["activity"] == "WaitingForSource" && (long)stream["items"]! == 3);

        Assert.Equal("GET /ticks/{kind}", $"{shown["method"]} {shown["route"]}");
        Assert.Equal("ada", (string?)shown["user"]);
        Assert.Equal("HTTP/1.1", (string?)shown["protocol"]);
        Assert.StartsWith("127.0.0.1:", (string?)shown["remote"], StringComparison.Ordinal);
        Assert.Equal("Endless.Then", (string?)shown["source"]);
        Assert.True((long)shown["bytes"]! > 100, shown.ToString());
        Assert.NotNull(shown["lastItem"]);
        Assert.Null(shown["left"]);
    }

    [Fact]
    public async Task Values_of_requests_are_shown_only_where_an_option_allows_it_and_credentials_never()
    {
        await using var closed = await InspectedApp.StartAsync();
        await using var open = await InspectedApp.StartAsync(options: static options => options.ShowsValues = true);

        var hidden = await DetailsAsync(closed);
        var shown = await DetailsAsync(open);

        Assert.DoesNotContain("s3cret", hidden, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"first\",\"value\":null", hidden, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"X-Secret\",\"value\":null", hidden, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"kind\",\"value\":\"s3cret-kind\"", shown, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"first\",\"value\":\"2\"", shown, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"X-Secret\",\"value\":\"s3cret-header\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-token", shown, StringComparison.Ordinal);

        static async Task<string> DetailsAsync(InspectedApp app)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/ticks/s3cret-kind?first=2");
            request.Headers.Add("X-Secret", "s3cret-header");
            request.Headers.Add("Authorization", "Bearer s3cret-token");
            using var stream = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
            var id = (long)(await OneAsync(app, static _ => true))["id"]!;
            return await app.Client.GetStringAsync($"/_jero/streams/{id}", Token);
        }
    }

    [Fact]
    public async Task A_fault_is_shown_in_Development_alone()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var other = await InspectedApp.StartAsync(options: static options => options.ShowsFaults = false);

        var shown = await EndAsync(app);
        var hidden = await EndAsync(other);

        Assert.Equal("SourceFaulted", (string?)shown["reason"]);
        Assert.Equal(2, (long)shown["items"]!);
        Assert.Equal("System.InvalidOperationException", (string?)shown["fault"]!["type"]);
        Assert.StartsWith("The cable broke.", (string?)shown["fault"]!["message"], StringComparison.Ordinal);
        Assert.Equal("SourceFaulted", (string?)hidden["reason"]);
        Assert.Null(hidden["fault"]);

        static async Task<JsonNode> EndAsync(InspectedApp app)
        {
            using var stream = await app.OpenAsync("/fault");
            await Until.TrueAsync(async () => (long)(await app.AskAsync("/_jero/ended"))["total"]! == 1, "the end");
            return (await app.AskAsync("/_jero/ended"))["streams"]![0]!;
        }
    }

    [Fact]
    public async Task A_stream_is_stopped_by_who_has_the_token_and_that_is_logged()
    {
        await using var app = await InspectedApp.StartAsync();
        using var stream = await app.OpenAsync("/ticks/tick");
        var id = (long)(await OneAsync(app, static _ => true))["id"]!;

        using var forged = await app.Client.PostAsync($"/_jero/streams/{id}/stop", null, Token);
        using var other = await StopAsync(app, id, askedBy: "bob", sentBy: "ada");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (forged.StatusCode, other.StatusCode));
        Assert.Equal(1, (int)(await app.AskAsync("/_jero/streams"))["total"]!);

        using var stopped = await StopAsync(app, id, askedBy: "ada", sentBy: "ada");
        await stream.Content.ReadAsStringAsync(Token);
        await Until.TrueAsync(async () => (long)(await app.AskAsync("/_jero/ended"))["total"]! == 1, "the end");
        using var again = await StopAsync(app, id, askedBy: "ada", sentBy: "ada");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (stopped.StatusCode, again.StatusCode));
        Assert.Equal("Stopped", (string?)(await app.AskAsync("/_jero/ended"))["streams"]![0]!["reason"]);
        var line = app.Log.GetSnapshot().Single(static line => line.Category == "Jero.Inspector");
        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Equal($"The stream {id} (GET /ticks/{{kind}}) is stopped by ada through the inspector", line.Message);
    }

    [Fact]
    public async Task A_source_that_does_not_come_back_after_its_client_has_left_is_told_with_its_name()
    {
        await using var app = await InspectedApp.StartAsync();
        using (var stream = await app.OpenAsync("/deaf"))
        {
            await OneAsync(app, static stream => (string?)stream["activity"] == "WaitingForSource");
        }

        var shown = await OneAsync(app, static stream => stream["left"] is not null);
        app.Gate.Open();
        await Until.TrueAsync(async () => (long)(await app.AskAsync("/_jero/ended"))["total"]! == 1, "the end");

        Assert.Equal("DeafEndpoint.Rows", (string?)shown["source"]);
        Assert.Equal("ClientGone", (string?)(await app.AskAsync("/_jero/ended"))["streams"]![0]!["reason"]);
    }

    [Theory]
    [InlineData("/deaf", "WaitingForSource")]
    [InlineData("/deaf?blocks=true", "Sending")]
    public async Task A_source_that_the_host_does_not_wait_for_is_told_with_what_it_does_and_since_when(string path, string activity)
    {
        await using var app = await InspectedApp.StartAsync(build: static builder => builder.Services.Configure<JeroOptions>(static jero =>
        {
            jero.SourceStopTimeout = TimeSpan.FromMilliseconds(50);
            jero.StreamsOnShutdown = ShutdownBehavior.Stop;
        }));
        using var answer = await app.OpenAsync(path);
        await OneAsync(app, stream => (long)stream["items"]! == 1 && (string?)stream["activity"] == activity);

        // The server itself goes on, so that the inspector still answers.
        app.Web.Lifetime.StopApplication();
        await Until.TrueAsync(async () => (long)(await app.AskAsync("/_jero/ended"))["total"]! == 1, "the end");
        var ended = await LastEndedAsync(app);
        app.Gate.Open();

        Assert.Equal(("ServerStopping", activity), ((string?)ended["reason"], (string?)ended["away"]));
        Assert.InRange((DateTimeOffset)ended["awaySince"]!, DateTimeOffset.UtcNow.AddMinutes(-5), (DateTimeOffset)ended["endedAt"]!);
        await Until.TrueAsync(async () => (await LastEndedAsync(app))["away"] is null, "the source is back");
        Assert.Null((await LastEndedAsync(app))["awaySince"]);
    }

    [Fact]
    public async Task A_stream_of_a_minimal_API_is_shown_too()
    {
        await using var app = await InspectedApp.StartAsync(map: static app =>
        {
            app.MapGet("/plain", static () => new SSEResponse<Row>(Endless.Then([new Row(1, "one")])));
            app.MapGet("/result", static IResult () => new SSEResponse<Row>(Endless.Then([new Row(1, "one")])));
            app.MapJeroInspector();
        });
        using var plain = await app.OpenAsync("/plain");
        using var result = await app.OpenAsync("/result");

        var routes = (await app.AskAsync("/_jero/streams?order=Route"))["streams"]!.AsArray().Select(static stream => (string)stream!["route"]!);

        Assert.Equal(["/plain", "/result"], routes);
    }

    [Fact]
    public async Task One_screen_of_many_streams_is_sorted_and_filtered()
    {
        await using var app = await InspectedApp.StartAsync();
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < 12; i++)
        {
            streams.Add(await app.OpenAsync(i % 3 == 0 ? "/lines?count=4" : $"/ticks/tick?first={i}", $"user {i}"));
        }

        await Until.TrueAsync(
            async () => (await app.AskAsync("/_jero/streams"))["streams"]!.AsArray().All(IsWaiting),
            "all to wait");
        var most = await app.AskAsync("/_jero/streams?order=Items&descending=true&take=3");
        var third = await app.AskAsync("/_jero/streams?order=Items&descending=true&skip=2&take=1");
        var lines = await app.AskAsync($"/_jero/streams?route={Uri.EscapeDataString("GET /lines")}");
        var named = await app.AskAsync("/_jero/streams?text=USER%201");

        Assert.Equal([11, 10, 8], most["streams"]!.AsArray().Select(static stream => (int)stream!["items"]!));
        Assert.Equal(8, (int)third["streams"]![0]!["items"]!);
        Assert.Equal((12, 4), ((int)lines["total"]!, (int)lines["matching"]!));
        Assert.Equal(["user 1", "user 10", "user 11"], named["streams"]!.AsArray().Select(static stream => (string)stream!["user"]!));
        streams.ForEach(static stream => stream.Dispose());

        static bool IsWaiting(JsonNode? stream) => (string?)stream!["activity"] == "WaitingForSource";
    }

    [Fact]
    public async Task The_sums_come_by_themselves_and_their_own_stream_is_not_among_them()
    {
        await using var app = await InspectedApp.StartAsync();
        using var stream = await app.OpenAsync("/lines?count=7");
        using var overview = await app.OpenAsync("/_jero/overview");
        using var reader = new StreamReader(await overview.Content.ReadAsStreamAsync(Token));

        JsonNode sums;
        do
        {
            sums = await NextAsync(reader);
        }
        while ((long)sums["total"]!["items"]! < 7);

        Assert.Equal(1, (int)sums["total"]!["open"]!);
        Assert.Equal("/lines", (string?)sums["routes"]!.AsArray().Single()!["route"]);
    }

    private static async Task<JsonNode> LastEndedAsync(InspectedApp app) => (await app.AskAsync("/_jero/ended"))["streams"]![0]!;

    private static async Task<JsonNode> NextAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line[6..])!;
            }
        }

        throw new EndOfStreamException();
    }

    private static async Task<JsonNode> OneAsync(InspectedApp app, Func<JsonNode, bool> isReached)
    {
        JsonNode? one = null;
        await Until.TrueAsync(
            async () => (one = (await app.AskAsync("/_jero/streams"))["streams"]!.AsArray().SingleOrDefault()) is not null && isReached(one),
            "the stream");
        return one!;
    }

    private static async Task<HttpResponseMessage> StopAsync(InspectedApp app, long id, string askedBy, string sentBy)
    {
        using var asked = await app.OpenAsync("/_jero/session", askedBy);
        var session = JsonNode.Parse(await asked.Content.ReadAsStringAsync(Token))!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_jero/streams/{id}/stop");
        request.Headers.Add("X-User", sentBy);
        request.Headers.Add((string)session["tokenHeader"]!, (string)session["token"]!);
        return await app.Client.SendAsync(request, Token);
    }
}
