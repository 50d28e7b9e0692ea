using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Client.Tests.Http;
using Jero.Client;

namespace Client.Tests.Docs;

/// <summary>docs/clients.md.</summary>
#pragma warning disable xUnit1051 // As a page shows it.
public sealed class SnippetTests
{
    private const string Films = "{\"id\":1,\"title\":\"The Big Lebowski\"}\n";

    [Fact]
    public async Task Items()
    {
        await using var server = await Server.StartAsync(Server.Send(Films, "application/x-ndjson"));
        var http = server.Client;

        await foreach (var movie in http.GetJsonLinesAsync("/movies", AppJson.Default.Movie))
        {
            Console.WriteLine(movie.Title);
        }
    }

    [Fact]
    public async Task Cut()
    {
        await using var server = await Server.StartAsync(Server.Send(Films + "{\"id\":", "application/x-ndjson"));
        var http = server.Client;
        var films = new List<Movie>();

        try
        {
            await foreach (var movie in http.GetJsonLinesAsync("/movies", AppJson.Default.Movie))
            {
                films.Add(movie);
            }
        }
        catch (StreamTruncatedException cut)
        {
            Console.WriteLine($"{cut.Items} films came whole.");
        }

        Assert.Single(films);
    }

    [Fact]
    public async Task Requests()
    {
        await using var server = await Server.StartAsync(Server.Send(Films, "application/x-ndjson"));
        var http = server.Client;
        var search = new Search("Lebowski");

        var found = http.SendForItemsAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "/search") { Content = JsonContent.Create(search, AppJson.Default.Search) },
            AppJson.Default.Movie,
            new StreamOptions { MaxItemBytes = 64 * 1024 });

        Assert.Equal(1, (await found.FirstAsync()).Id);
        Assert.Equal("POST", server.Seen.Single().Method);
    }

    [Fact]
    public async Task Events()
    {
        await using var server = await Server.StartAsync(Server.Send($"id: 12\nevent: added\ndata: {Films}\n"), Server.Refuse(204));
        var http = server.Client;
        string? saved = "11";

        var events = http.GetEvents("/events", AppJson.Default.Movie, new EventStreamOptions { LastEventId = saved });
        await foreach (var e in events)
        {
            saved = e.Id;
            Console.WriteLine($"{e.Event}: {e.Data.Title}");
        }

        Assert.Equal("12", saved);
        Assert.Equal("11", server.Seen[0].LastEventId);
    }

    [Fact]
    public async Task Credentials()
    {
        await using var server = await Server.StartAsync(Server.Refuse(204));
        var tokens = new Tokens();

        var options = new EventStreamOptions
        {
            Prepare = async (request, cancellationToken) =>
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken)),
        };

        Assert.Empty(await server.Client.GetTextEvents("/", options).ToListAsync());
        Assert.Equal("Bearer fresh", server.Seen.Single().Authorization);
    }

    [Fact]
    public async Task Unions()
    {
        await using var server = await Server.StartAsync(
            Server.Send($"event: added\ndata: {Films}\nevent: removed\ndata: 1\n\nevent: other\ndata: ?\n\n"), Server.Refuse(204));
        var http = server.Client;

        static bool Read(string name, ReadOnlySpan<byte> data, out object change)
        {
            change = name switch
            {
                "added" => JsonSerializer.Deserialize(data, AppJson.Default.Movie)!,
                "removed" => JsonSerializer.Deserialize(data, AppJson.Default.Int32),
                _ => false,
            };
            return change is not false;
        }

        var changes = http.SendForEvents<object>(() => new HttpRequestMessage(HttpMethod.Get, "/changes"), Read);

        Assert.Equal([new Movie(1, "The Big Lebowski"), 1], (await changes.ToListAsync()).Select(e => e.Data));
    }

    private sealed class Tokens
    {
        public ValueTask<string> GetAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult("fresh");
        }
    }
}

internal sealed record Movie(int Id, string Title);

internal sealed record Search(string Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Movie))]
[JsonSerializable(typeof(Search))]
[JsonSerializable(typeof(int))]
internal sealed partial class AppJson : JsonSerializerContext;
