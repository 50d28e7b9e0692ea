using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Package.Tests;

/// <summary>A service such as a user builds, of the package alone: built with warnings as errors, and asked over the wire.</summary>
public sealed class OrdersTests(Feed feed)
{
    private const string Lines = """[{"kind":"book","isbn":"978-0","copies":2,"price":12.50},{"kind":"ticket","evening":"2026-12-24","seat":"A1","price":30.00}]""";

    private static readonly bool IsNative = Environment.GetEnvironmentVariable("PUBLISH_NATIVE") == "true";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_orders_service_serves_with_EF_Core()
    {
        using var consumer = Consumer.Of(feed, "Orders", Path.Combine("Orders", "EntityFramework"));
        await consumer.RunAsync("build", "-warnaserror");

        await AssertServesAsync(Tool.DotNet, [Path.Combine(consumer.Project, "bin", "Debug", "net10.0", "Orders.dll")], consumer);
    }

    // EF Core is not made for Native AOT (https://learn.microsoft.com/ef/core/performance/nativeaot-and-precompiled-queries): here it is the driver alone.
    [Fact]
    public async Task The_orders_service_serves_as_it_is_published()
    {
        using var consumer = Consumer.Of(feed, "Orders", Path.Combine("Orders", "Sqlite"));
        var published = Path.Combine(consumer.Project, "out");
        await consumer.RunAsync("publish", "-warnaserror", "-o", published, $"-p:PublishAot={IsNative}", "--use-current-runtime");

        await AssertServesAsync(Path.Combine(published, OperatingSystem.IsWindows() ? "Orders.exe" : "Orders"), [], consumer);
        Assert.Equal(IsNative, !File.Exists(Path.Combine(published, "Jero.Runtime.dll")));
    }

    private static async Task AssertServesAsync(string program, IEnumerable<string> arguments, Consumer consumer)
    {
        await using var app = await RunningApp.StartAsync(program, arguments, consumer.Project, consumer.Environment);
        Assert.Empty(await app.Client.GetStringAsync("/orders", Cancellation));
        for (var id = 1; id <= 3; id++)
        {
            using var created = await PostAsync(app, $$"""{"customer":"Ada \"{{id}}\"","lines":{{Lines}}}""");
            Assert.Equal((HttpStatusCode.Created, $"/orders/{id}"), (created.StatusCode, created.Headers.Location?.ToString()));
            AssertOrder(await created.Content.ReadFromJsonAsync<JsonElement>(Cancellation), id);
        }

        await AssertRefusalsAsync(app);
        await AssertListsAsync(app);
        await AssertResumesAsync(app);
        await AssertAdministratorsOnlyAsync(app);
        await AssertDocumentAsync(app);
    }

    private static async Task AssertRefusalsAsync(RunningApp app)
    {
        string[] refused =
        [
            """{"customer":"x","lines":[]}""",
            """{"customer":null,"lines":[]}""",
            """{"customer":"x"}""",
            """{"customer":"x","lines":[null]}""",
            """{"customer":"x","lines":[{"kind":"song","price":1}]}""",
            """{"customer":"x","lines":[{"kind":"book","isbn":"x","copies":"two","price":1}]}""",
        ];
        foreach (var json in refused)
        {
            using var response = await PostAsync(app, json);
            Assert.True(response.StatusCode == HttpStatusCode.UnprocessableEntity, $"{json}: {response.StatusCode}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        using var missing = await app.Client.GetAsync("/orders/99", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static async Task AssertListsAsync(RunningApp app)
    {
        using var list = await app.Client.GetAsync("/orders", Cancellation);
        Assert.Equal("application/x-ndjson", list.Content.Headers.ContentType?.MediaType);
        var lines = (await list.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        for (var id = 1; id <= 3; id++) AssertOrder(JsonElement.Parse(lines[id - 1]), id);

        using var csv = await app.Client.GetAsync("/orders.csv", Cancellation);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "id,customer,total\r\n1,\"Ada \"\"1\"\"\",42.50\r\n2,\"Ada \"\"2\"\"\",42.50\r\n3,\"Ada \"\"3\"\"\",42.50\r\n",
            await csv.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task AssertResumesAsync(RunningApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/live") { Headers = { { "Last-Event-ID", "2" } } };
        using var response = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await using var events = SseParser.Create(body).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("order", "3"), (events.Current.EventType, events.Current.EventId));
        AssertOrder(JsonElement.Parse(events.Current.Data), 3);
        using var placed = await PostAsync(app, $$"""{"customer":"Ada \"4\"","lines":{{Lines}}}""");
        Assert.True(await events.MoveNextAsync());
        AssertOrder(JsonElement.Parse(events.Current.Data), 4);
    }

    private static async Task AssertAdministratorsOnlyAsync(RunningApp app)
    {
        foreach (var (key, expected) in (IEnumerable<(string?, HttpStatusCode)>)[(null, HttpStatusCode.Unauthorized), ("user", HttpStatusCode.Forbidden), ("admin", HttpStatusCode.OK)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/stats");
            if (key is not null) request.Headers.Add("X-Key", key);
            using var response = await app.Client.SendAsync(request, Cancellation);
            Assert.Equal(expected, response.StatusCode);
            if (expected == HttpStatusCode.OK) Assert.Equal("""{"orders":4,"total":170.00}""", await response.Content.ReadAsStringAsync(Cancellation));
        }

        using var open = await app.Client.GetAsync("/stats", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, open.StatusCode);
    }

    private static async Task AssertDocumentAsync(RunningApp app)
    {
        var document = JsonElement.Parse(await app.Client.GetStringAsync("/openapi.json", Cancellation));
        Assert.Equal(
            ["/admin/stats", "/orders", "/orders.csv", "/orders/live", "/orders/{id}"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal("kind", document.GetProperty("components").GetProperty("schemas").GetProperty("OrderLine").GetProperty("discriminator").GetProperty("propertyName").GetString());
        Assert.True(document.GetProperty("paths").GetProperty("/orders").GetProperty("post").GetProperty("responses").TryGetProperty("201", out _));
    }

    private static Task<HttpResponseMessage> PostAsync(RunningApp app, string json) =>
        app.Client.PostAsync("/orders", new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);

    private static void AssertOrder(JsonElement order, int id)
    {
        Assert.Equal((id, $"Ada \"{id}\"", 42.50m), (order.GetProperty("id").GetInt32(), order.GetProperty("customer").GetString(), order.GetProperty("total").GetDecimal()));
        Assert.Equal(Lines, order.GetProperty("lines").GetRawText());
    }
}
