using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Jero_Api.Tests;

/// <summary>The app on a port of its own, since streams are about the wire.</summary>
public sealed class ApiServer : WebApplicationFactory<Program>
{
    public ApiServer()
    {
        UseKestrel(0);
        StartServer();
    }
}

public sealed class StreamTests(ApiServer server) : IClassFixture<ApiServer>
{
    private readonly HttpClient _client = server.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readings_are_one_JSON_object_a_line()
    {
        using var response = await _client.GetAsync("/readings?count=3", Cancellation);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal([1, 2, 3], body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(NumberOf));
    }

    [Fact]
    public async Task Live_readings_go_on_after_the_last_one_seen()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/readings/live");
        request.Headers.Add("Last-Event-ID", "41");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);

        var events = await SseParser.Create(body).EnumerateAsync(Cancellation).Take(2).ToListAsync(Cancellation);

        Assert.Equal(["42", "43"], events.Select(item => item.EventId));
        Assert.Equal([42, 43], events.Select(item => NumberOf(item.Data)));
    }

    private static int NumberOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("number").GetInt32();
    }
}
