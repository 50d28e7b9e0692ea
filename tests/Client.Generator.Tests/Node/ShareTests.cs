using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Client.Generator.Tests.Http;
using Jero.Client.Tool.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Processes;

namespace Client.Generator.Tests.Node;

/// <summary>Tabs that share one connection, in Chromium: frames of one origin have locks and channels as tabs do.</summary>
public sealed class ShareTests : IDisposable
{
    private const string Tab =
        """
        <script type="module">
          import { createFeed } from "./feed.mjs";
          for await (const event of createFeed({ baseUrl: "." }).getText({}, { share: true, lastEventId: "0", reconnectDelay: 1 })) {
            parent.postMessage({ tab: location.hash, id: Number(event.id) }, "*");
          }
        </script>
        """;

    // The second tab is opened when the first one has events; when both have some, the first one, which leads, is closed.
    private const string Main =
        """
        <script type="module">
          const seen = { "#a": [], "#b": [] };
          const until = (holds) => new Promise((resolve) => {
            addEventListener("message", function look() {
              if (holds()) {
                removeEventListener("message", look);
                resolve();
              }
            });
          });
          const open = (tab) => {
            const frame = document.createElement("iframe");
            frame.src = `tab.html${tab}`;
            document.body.append(frame);
            return frame;
          };
          addEventListener("message", ({ data }) => seen[data.tab].push(data.id));
          const first = open("#a");
          await until(() => seen["#a"].length >= 3);
          open("#b");
          await until(() => seen["#b"].length >= 3);
          const shared = await (await fetch("connections")).text();
          first.remove();
          const before = seen["#b"].length;
          await until(() => seen["#b"].length >= before + 5);
          const isWhole = seen["#b"].every((id, i, all) => i === 0 || id === all[i - 1] + 1);
          await fetch("result", { method: "POST", body: `${shared} ${await (await fetch("connections")).text()} ${isWhole}` });
        </script>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-client-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task One_tab_connects_and_the_next_takes_over_without_a_gap()
    {
        var chromium = Tool.Require("chromium");
        var client = Path.Combine(_folder.FullName, "feed.mjs");
        var document = Path.Combine(_folder.FullName, "feed.json");
        await File.WriteAllTextAsync(document, Feed.Json, Token);
        Assert.Equal(0, GenerateCommand.Run([document, "--language", "javascript", "--output", client, "--class", "Feed"], TextWriter.Null, TextWriter.Null));
        var connections = new ConcurrentQueue<string>();
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await Server.StartAsync(app =>
        {
            app.MapGet("/", static http => Server.SendAsync(http, "text/html", "<body>", Main));
            app.MapGet("/tab.html", static http => Server.SendAsync(http, "text/html", Tab));
            app.MapGet("/feed.mjs", http => Server.SendAsync(http, "text/javascript", File.ReadAllText(client)));
            app.MapGet("/connections", () => connections.Count.ToString(CultureInfo.InvariantCulture));
            app.MapPost("/result", async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                result.TrySetResult(await reader.ReadToEndAsync());
            });
            app.MapGet("/text", async http =>
            {
                var last = http.Request.Headers["Last-Event-ID"].ToString();
                connections.Enqueue(last);
                http.Response.ContentType = "text/event-stream";
                for (var id = int.Parse(last, CultureInfo.InvariantCulture) + 1; !http.RequestAborted.IsCancellationRequested; id++)
                {
                    await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {id}\ndata: {id}\n\n"));
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(20);
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
        Assert.Equal("1 2 true", await result.Task);
        Assert.Equal("0", connections.First());
    }
}
