using System.Diagnostics;
using System.Globalization;
using Client.Generator.Tests.Http;
using Jero.Client.Tool.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Client.Generator.Tests.Node;

/// <summary>Tabs that share one connection, in Chromium: frames of one origin have locks and channels as tabs do.</summary>
public sealed class ShareTests : IDisposable
{
    // Of the name and from the position that its address has.
    private const string Tab =
        """
        <script type="module">
          import { createFeed } from "./feed.mjs";
          const [tab, lastEventId] = location.hash.slice(1).split(":");
          const tell = (news) => parent.postMessage({ tab, ...news }, "*");
          const options = { share: true, lastEventId, reconnectDelay: 1, onStateChange: (state) => tell({ state }) };
          for await (const event of createFeed({ baseUrl: "." }).getText({}, options)) {
            tell({ id: Number(event.id) });
          }
        </script>
        """;

    private const string Main =
        """
        <script type="module">
          const seen = { a: [], b: [] };
          const states = { a: [], b: [] };
          const until = (holds) => new Promise((resolve) => {
            addEventListener("message", async function look() {
              if (await holds()) {
                removeEventListener("message", look);
                resolve();
              }
            });
          });
          const open = (tab) => {
            const frame = document.createElement("iframe");
            frame.src = `tab.html#${tab}`;
            document.body.append(frame);
            return frame;
          };
          const ask = async (what) => Number(await (await fetch(what)).text());
          const isWhole = (ids) => ids.every((id, i) => i === 0 || id === ids[i - 1] + 1);
          addEventListener("message", ({ data }) => "id" in data ? seen[data.tab].push(data.id) : states[data.tab].push(data.state));
          const result = await (async () => {
            %BODY%
          })();
          await fetch("result", { method: "POST", body: result });
        </script>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-client-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task One_tab_connects_and_the_next_takes_over_without_a_gap() => Assert.Equal(
        "1 2 true connecting,open,connecting,open",
        await RunAsync(
            // The second tab is opened when the first one has events; when both have some, the first one, which leads, is closed.
            """
            const first = open("a:0");
            await until(() => seen.a.length >= 3);
            open("b:");
            await until(() => seen.b.length >= 3);
            const shared = await ask("connections");
            first.remove();
            const before = seen.b.length;
            await until(() => seen.b.length >= before + 5);
            return `${shared} ${await ask("connections")} ${isWhole(seen.b)} ${states.b}`;
            """));

    [Fact]
    public async Task A_tab_that_comes_with_an_older_id_reads_what_it_missed_and_shares_from_there() => Assert.Equal(
        "1 true 2",
        await RunAsync(
            """
            open("a:0");
            await until(() => seen.a.length >= 20);
            open("b:5");
            await until(async () => seen.b.length >= 20 && await ask("open") === 1);
            const before = seen.b.length;
            await until(() => seen.b.length >= before + 5);
            return `${seen.b[0] - 5} ${isWhole(seen.b)} ${await ask("connections")}`;
            """));

    [Fact]
    public async Task A_tab_that_is_ahead_of_the_one_that_leads_gets_nothing_twice() => Assert.Equal(
        "1 true",
        await RunAsync(
            // As after a restart of the browser: each comes with its own id, and the one that leads may have an older one.
            """
            open("a:0");
            await until(() => seen.a.length >= 2);
            open("b:40");
            await until(() => seen.b.length >= 20);
            return `${seen.b[0] - 40} ${isWhole(seen.b)}`;
            """));

    [Fact]
    public async Task A_tab_that_takes_over_while_the_server_is_away_waits_for_it() => Assert.Equal(
        "true true",
        await RunAsync(
            """
            const first = open("a:0");
            await until(() => seen.a.length >= 3);
            open("b:");
            await until(() => seen.b.length >= 3);
            await fetch("refuse?times=3", { method: "POST" });
            first.remove();
            const before = seen.b.length;
            await until(() => seen.b.length >= before + 5);
            return `${isWhole(seen.b)} ${states.b.includes("waiting")}`;
            """));

    private async Task<string> RunAsync(string body)
    {
        var chromium = Tool.RequireChromium();
        var client = Path.Combine(_folder.FullName, "feed.mjs");
        var document = Path.Combine(_folder.FullName, "feed.json");
        await File.WriteAllTextAsync(document, Feed.Json, Token);
        Assert.Equal(0, GenerateCommand.Run([document, "--language", "javascript", "--output", client, "--class", "Feed"], TextWriter.Null, TextWriter.Null));
        var (connections, open, refusals) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await Server.StartAsync(app =>
        {
            app.MapGet("/", http => Server.SendAsync(http, "text/html", "<body>", Main.Replace("%BODY%", body, StringComparison.Ordinal)));
            app.MapGet("/tab.html", static http => Server.SendAsync(http, "text/html", Tab));
            app.MapGet("/feed.mjs", http => Server.SendAsync(http, "text/javascript", File.ReadAllText(client)));
            app.MapGet("/connections", () => Volatile.Read(ref connections).ToString(CultureInfo.InvariantCulture));
            app.MapGet("/open", () => Volatile.Read(ref open).ToString(CultureInfo.InvariantCulture));
            app.MapPost("/refuse", (int times) => Volatile.Write(ref refusals, times));
            app.MapPost("/result", async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                result.TrySetResult(await reader.ReadToEndAsync());
            });
            app.MapGet("/text", async http =>
            {
                if (Interlocked.Decrement(ref refusals) >= 0)
                {
                    http.Response.StatusCode = 503;
                    return;
                }

                Interlocked.Increment(ref connections);
                Interlocked.Increment(ref open);
                http.Response.ContentType = "text/event-stream";
                var first = int.TryParse(http.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last + 1 : 1;
                try
                {
                    // What is there already comes faster than the rest.
                    for (var id = first; !http.RequestAborted.IsCancellationRequested; id++)
                    {
                        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {id}\ndata: {id}\n\n"));
                        await http.Response.Body.FlushAsync();
                        do await Task.Delay(5, http.RequestAborted);
                        while (id >= clock.ElapsedMilliseconds / 20);
                    }
                }
                catch (OperationCanceledException)
                {
                    // The tab has left.
                }
                finally
                {
                    Interlocked.Decrement(ref open);
                }
            });
        });

        using var browser = Process.Start(new ProcessStartInfo(
            chromium,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={_folder.FullName}/profile", "--remote-debugging-port=0", server.Client.BaseAddress!.ToString()])
        {
            RedirectStandardError = true,
        })!;
        var said = browser.StandardError.ReadToEndAsync(Token);
        try
        {
            await Task.WhenAny(result.Task, Task.Delay(TimeSpan.FromMinutes(2), Token));
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(Token);
        }

        Assert.True(result.Task.IsCompletedSuccessfully, await said);
        return await result.Task;
    }
}
