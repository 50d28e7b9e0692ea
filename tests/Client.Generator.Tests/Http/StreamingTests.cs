using System.Collections.Concurrent;
using Client.Generator.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Client.Generator.Tests.Http;

/// <summary>Generated clients, compiled, against a server.</summary>
public sealed class StreamingTests
{
    private const string Usings =
        """
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Jero.Client;

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<string> RunAsync(string document, HttpClient http, string body, params string[] options) => Compiled
        .From(
            Generated.From(document, ["--namespace", "Made", "--class", "MadeClient", .. options]).Code,
            $$"""
            {{Usings}}using Made;
            public static class Use
            {
                private static readonly EventStreamOptions Fast = new() { ReconnectDelay = TimeSpan.FromMilliseconds(1) };

                public static async Task<string> RunAsync(HttpClient http, CancellationToken ct)
                {
                    await Task.CompletedTask;
                    var client = new MadeClient(http);
                    _ = Fast;
            {{body}}
                }
            }
            """)
        .RunAsync(http, Token);

    [Fact]
    public async Task FastAPI_streams_events_that_go_on_and_lines()
    {
        var seen = new ConcurrentQueue<string?>();
        await using var server = await Server.StartAsync(app =>
        {
            app.MapGet("/items/stream", http =>
            {
                seen.Enqueue(http.Request.Headers["Last-Event-ID"]);
                return seen.Count switch
                {
                    1 => Server.SendAsync(http, "text/event-stream; charset=utf-8", ": ping\n\n", "id: 1\r\ndata: {\"name\":\"Plum", "bus\",\"description\":null}\r\n\r\n"),
                    2 => Server.SendAsync(http, "text/event-stream; charset=utf-8", "id: 2\ndata: {\"name\":\"Portal Gun\",\"description\":\"Opens.\"}\n\n"),
                    _ => Gone(http),
                };
            });
            app.MapGet("/items/lines", http => Server.SendAsync(http, "application/jsonl", $"{{\"name\":\"{http.Request.Query["q"]}{http.Request.Query["limit"]}\",\"description\":null,\"extra\":{{\"a\":[1]}}}}\n"));
        });

        var said = await RunAsync(
            Document.Read("fastapi.json"),
            server.Client,
            """
                    var said = new List<string>();
                    await foreach (var e in client.SseItemsItemsStreamGet("0", Fast).WithCancellation(ct)) said.Add($"{e.Id} {e.Data.Name} {e.Data.Description}");
                    await foreach (var item in client.StreamItemsItemsLinesGetAsync("x&y", 5, cancellationToken: ct)) said.Add($"{item.Name} {item.Extra!["a"]}");
                    return string.Join("|", said);
            """);

        Assert.Equal("1 Plumbus |2 Portal Gun Opens.|x&y5 [1]", said);
        Assert.Equal(["0", "1", "2"], seen);
    }

    [Fact]
    public async Task ASP_NET_Core_streams_events_whose_case_is_their_name()
    {
        await using var server = await Server.StartAsync(app =>
        {
            app.MapGet("/todos/stream", http => Server.SendAsync(http, "text/event-stream", "data: {\"id\":1,\"title\":null,\"dueBy\":\"2026-11-27\",\"isComplete\":true,\"estimate\":\"01:30:00\",\"price\":1.5}\n\n"));
            app.MapGet("/pets/stream", http => Server.SendAsync(http, "text/event-stream", "event: Puppy\ndata: {\"name\":\"A\",\"tricks\":[\"sit\"]}\n\nevent: fish\ndata: {}\n\nevent: Kitten\ndata: {\"name\":\"B\",\"lives\":9}\n\n"));
            app.MapGet("/vehicles/stream", http => Server.SendAsync(http, "text/event-stream", "event: car\ndata: {\"doors\":3,\"$type\":\"car\"}\n\n"));
            app.MapGet("/todos/{id}", (HttpContext http, int id) => id == 404 ? Refuse(http) : Server.SendAsync(http, "application/json", $"{{\"id\":\"{id}\",\"title\":\"T\"}}"));
        });

        var said = await RunAsync(
            Document.Read("aspnetcore.json"),
            server.Client,
            """
                    var once = new EventStreamOptions { Reconnects = false, UnknownEvents = UnknownEvents.Yield };
                    var said = new List<string>();
                    await foreach (var e in client.GetTodosStream(options: once).WithCancellation(ct)) said.Add($"{e.Data.Id} {e.Data.Title} {e.Data.Estimate} {e.Data.IsComplete}");
                    await foreach (var e in client.GetPetsStream(options: once).WithCancellation(ct)) said.Add(e.Data switch
                    {
                        GetPetsStreamEvent.Kitten(var kitten) => $"kitten {kitten.Lives}",
                        GetPetsStreamEvent.Puppy(var puppy) => $"puppy {puppy.Tricks[0]}",
                        GetPetsStreamEvent.Unknown(var name, var data) => $"{name} {data}",
                        _ => throw new InvalidOperationException(),
                    });
                    await foreach (var e in client.GetVehiclesStream(options: once).WithCancellation(ct)) said.Add($"{e.Data}");
                    said.Add((await client.GetTodosByIdAsync(7, ct)).Id.ToString());
                    try { await client.GetTodosByIdAsync(404, ct); } catch (ApiException exception) { said.Add(exception.Problem!.Detail!); }
                    return string.Join("|", said);
            """);

        Assert.Equal("1  01:30:00 True|puppy sit|fish {}|kitten 9|VehicleCar { Doors = 3, Wheels =  }|7|Gone fishing.", said);
    }

    [Fact]
    public async Task Bodies_are_sent_in_each_form()
    {
        await using var server = await Server.StartAsync(static app =>
        {
            app.MapPost("/logs", async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                var lines = (await reader.ReadToEndAsync()).Split('\n');
                await Server.SendAsync(http, "application/json", $"{{\"accepted\":{lines.Length - 1},\"rejected\":0,\"elapsed\":\"00:00:01\"}}");
            });
            app.MapPost("/uploadfile/", static async http =>
            {
                var form = await http.Request.ReadFormAsync();
                using var reader = new StreamReader(form.Files["file"]!.OpenReadStream());
                await Server.SendAsync(http, "application/json", $"\"{form["token"]} {await reader.ReadToEndAsync()}\"");
            });
        });

        Assert.Equal("3 00:00:01", await RunAsync(
            Document.Read("golden-openapi32.json"),
            server.Client,
            """
                    static async IAsyncEnumerable<LogEntry> Entries()
                    {
                        for (var i = 0; i < 3; i++)
                        {
                            await Task.Yield();
                            yield return new LogEntry { Id = Guid.Empty, Timestamp = default, Level = LogLevel.Info, Message = "m\n", Sequence = i, Tags = new Dictionary<string, string>(), Scope = null };
                        }
                    }

                    var result = await client.IngestLogsAsync(Entries(), ct);
                    return $"{result.Accepted} {result.Elapsed}";
            """));
        Assert.Equal("t content", await RunAsync(
            Document.Read("fastapi.json"),
            server.Client,
            """
                    return (await client.CreateUploadFileUploadfilePostAsync(new System.IO.MemoryStream("content"u8.ToArray()), "t", ct)).GetString()!;
            """));
    }

    [Fact]
    public async Task A_stream_that_was_cut_is_no_short_list()
    {
        await using var server = await Server.StartAsync(static app => app.MapGet("/movies", static http =>
            Server.SendAsync(http, "application/x-ndjson", """{"id":1,"title":"A","releaseDate":null,"genre":null,"director":null,"mpaaRating":null,"runningTimeMinutes":null,"productionBudget":null,"worldwideGross":null,"imdbRating":null,"imdbVotes":null}""" + "\n{\"id\"")));

        Assert.Equal("1 A|1", await RunAsync(
            Document.Read("movies.json"),
            server.Client,
            """
                    var said = new List<string>();
                    try
                    {
                        await foreach (var movie in client.GetMoviesAsync(year: 1998, cancellationToken: ct)) said.Add($"{movie.Id} {movie.Title}");
                    }
                    catch (StreamTruncatedException cut)
                    {
                        said.Add($"{cut.Items}");
                    }

                    return string.Join("|", said);
            """));
    }

    [Fact]
    public async Task The_client_is_registered_with_a_client_of_its_own()
    {
        await using var server = await Server.StartAsync(static app => app.MapGet("/model", static http => Server.SendAsync(http, "application/json", "{\"name\":\"m\",\"notice\":\"n\"}")));

        Assert.Equal("m", await RunAsync(
            Document.Read("assistant.json"),
            server.Client,
            """
                    var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
                    Made.MadeClientServices.AddMadeClient(services, made => made.BaseAddress = http.BaseAddress);
                    await using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
                    var mine = (MadeClient)provider.GetService(typeof(MadeClient))!;
                    return (await mine.GetModelAsync(ct)).Name;
            """));
    }

    private static Task Gone(HttpContext http)
    {
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = 404;
        return Server.SendAsync(http, "application/problem+json", """{"title":"Not Found","detail":"Gone fishing."}""");
    }
}
