using System.Collections.Concurrent;
using System.Diagnostics;
using Client.Generator.Tests.Harness;
using Client.Generator.Tests.Http;
using Jero.Client.Tool.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shared;

namespace Client.Generator.Tests.Node;

/// <summary>Clients in TypeScript and JavaScript, checked by the compiler and run by Node.js.</summary>
public sealed class NodeTests : IDisposable
{
    private static readonly string Here = Path.Combine(Repository.Root, "tests/Client.Generator.Tests/Node");
    private static readonly string Tools = Path.Combine(Repository.Root, "tests/Tools");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-client-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_document_compiles_under_the_strictest_rules()
    {
        Tool.RequireFolder(Path.Combine(Tools, "node_modules/typescript"), "'npm ci' was not run in tests/Tools.");
        var files = new List<string>();
        foreach (var document in Directory.EnumerateFiles(Document.Folder, "*.json").Append(Write("feed.json", Feed.Json)))
        {
            var name = Path.Combine(_folder.FullName, Path.GetFileNameWithoutExtension(document));
            Make(document, "typescript", $"{name}.ts");
            Make(document, "javascript", $"{name}-plain.js");
            files.AddRange([$"{name}.ts", $"{name}-plain.d.ts"]);
        }

        files.Add(Write("use.ts", File.ReadAllText(Path.Combine(Here, "use.ts"))));
        var (exitCode, output) = await RunAsync(
            Path.Combine(Tools, "node_modules/typescript/bin/tsc"),
            [
                "--noEmit", "--strict", "--noUnusedLocals", "--noUnusedParameters", "--noImplicitReturns", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes",
                "--target", "ES2022", "--module", "ESNext", "--moduleResolution", "bundler", "--lib", "ES2022,DOM,DOM.Iterable,DOM.AsyncIterable", .. files,
            ]);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Every_stream_of_the_corpus_gives_its_events_at_every_split() =>
        Assert.Equal("every split\n", await RunScriptAsync("corpus.mjs", Path.Combine(Repository.Root, "tests/Shared/event-streams.json")));

    [Fact]
    public async Task Items_of_each_form_are_whole_or_cut_at_every_split() => Assert.Equal("every split\n", await RunScriptAsync("items.mjs"));

    [Fact]
    public async Task A_client_goes_on_stops_and_says_why()
    {
        var tokens = new ConcurrentQueue<string>();
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var chats = 0;
        await using var server = await Server.StartAsync(app =>
        {
            app.MapGet("/events", http =>
            {
                tokens.Enqueue($"{http.Request.Headers["Last-Event-ID"]}:{http.Request.Headers["X-Token"]}");
                return http.Request.Headers["Last-Event-ID"].ToString() switch
                {
                    "0" => Server.SendAsync(http, "text/event-stream", "retry: 1\nevent: added\nid: 1\ndata: {\"id\":1,", "\"title\":\"A\"}\n\nevent: other\ndata: x\n\n"),
                    "1" => Refuse(http, 503),
                    "unknown" => Server.SendAsync(http, "text/event-stream", "event: other\ndata: x\n\n"),
                    _ => Refuse(http, 204),
                };
            });
            app.MapGet("/movies/{id:int}", static (HttpContext http, int id) => id == 404
                ? Refuse(http, 404)
                : Server.SendAsync(http, "application/json", $"{{\"id\":{id},\"title\":\"Two\"}}"));
            app.MapPost("/import", static async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                await Server.SendAsync(http, "application/json", $"{(await reader.ReadToEndAsync()).Split('\n').Length - 1}");
            });
            app.MapGet("/items", async http =>
            {
                http.RequestAborted.Register(() => left.TrySetResult());
                await Server.SendAsync(http, "application/x-ndjson", $"\"{string.Join(' ', http.Request.Query["kind"].ToArray())}\"\n", "2\n");
                await left.Task;
            });
            app.MapPost("/chat", http =>
            {
                Interlocked.Increment(ref chats);
                return Server.SendAsync(http, "text/event-stream", "data: a\n\n");
            });
        });
        // The second attempt is refused for now; the next one is told that there is no more.
        var script = RunScriptAsync("server.mjs", server.Client.BaseAddress!.ToString().TrimEnd('/'));
        await Task.WhenAny(script, Task.Delay(TimeSpan.FromMinutes(2), Token));

        Assert.Equal(
            """
            added 1 A
            connecting open waiting connecting waiting connecting closed
            SyntaxError: Event 1 is called 'other', which the client does not know.
            other x
            true 404 Gone fishing. GET /movies/404 was answered with 404: Gone fishing.
            Two
            2
            AbortError 2
            true 1

            """,
            await script);
        Assert.Equal(["0:1", "1:2", "1:3", "unknown:4", "unknown:5"], tokens);
        await left.Task;
        Assert.Equal(1, chats);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_before_its_answer_and_in_it()
    {
        var requests = 0;
        using var left = new SemaphoreSlim(0);
        await using var server = await Server.StartAsync(app => app.MapGet("/text", async http =>
        {
            var request = Interlocked.Increment(ref requests);
            if (request < 3) http.RequestAborted.Register(() => left.Release());
            if (request == 1) await Server.SendAsync(http, "text/event-stream", "data: one\n\n");
            if (request == 3) http.Response.StatusCode = 204;
            else await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        }));

        Assert.Equal(
            "connecting open one waiting connecting waiting connecting closed\n",
            await RunScriptAsync("silence.mjs", server.Client.BaseAddress!.ToString().TrimEnd('/')));
        Assert.Equal(3, requests);
        for (var i = 0; i < 2; i++) Assert.True(await left.WaitAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public void The_types_and_calls_of_the_specification()
    {
        var document = Path.Combine(Document.Folder, "golden-openapi32.json");
        Make(document, "javascript", Path.Combine(_folder.FullName, "golden.js"));
        var types = File.ReadAllText(Path.Combine(_folder.FullName, "golden.d.ts"));
        var calls = File.ReadAllText(Path.Combine(_folder.FullName, "golden.js"));

        Snapshot.Match(types + calls[..calls.IndexOf("/** The server answered", StringComparison.Ordinal)], "ts");
    }

    private static int _refusals;

    private static Task Refuse(HttpContext http, int status)
    {
        // One that passes by itself.
        http.Response.StatusCode = status == 503 && Interlocked.Increment(ref _refusals) > 1 ? 204 : status;
        return http.Response.StatusCode == 204 ? Task.CompletedTask : Server.SendAsync(http, "application/problem+json", """{"title":"No","detail":"Gone fishing."}""");
    }

    private async Task<string> RunScriptAsync(string script, params string[] arguments)
    {
        var client = Path.Combine(_folder.FullName, "feed.mjs");
        Make(Write("feed.json", Feed.Json), "javascript", client, "--class", "FeedClient");
        return (await RunAsync(Path.Combine(Here, script), [new Uri(client).AbsoluteUri, .. arguments])).Output;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string script, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Tool.Require("node"), [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, output + await errors);
    }

    private static void Make(string document, string language, string output, params string[] more)
    {
        using var errors = new StringWriter();
        Assert.True(GenerateCommand.Run([document, "--language", language, "--output", output, .. more], TextWriter.Null, errors) == 0, errors.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
