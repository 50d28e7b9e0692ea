using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Docs.Tests.Consuming;

/// <summary>The JavaScript and the Python of docs/consuming.md, run as they stand.</summary>
public sealed partial class ScriptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/readings?count=3", "1 2 3 end")]
    [InlineData("/readings/long", "1 2 end")]
    [InlineData("/readings/cut", "1 2 cut")]
    public async Task JavaScript_reads_items_and_notices_a_cut(string path, string seen)
    {
        var node = Tool.Require("node");
        await using var app = await ConsumedApp.StartAsync();
        var script = Block("js", "readItems") +
            """
            const seen = [];
            try {
              for await (const reading of readItems(process.argv[2])) seen.push(reading.number);
              seen.push("end");
            } catch { seen.push("cut"); }
            console.log(seen.join(" "));
            """;

        Assert.Equal(seen, await RunAsync(node, "script.mjs", script, new Uri(app.Address, path)));
    }

    [Theory]
    [InlineData("/readings?count=3", "1 2 3 end")]
    [InlineData("/readings/long", "1 2 end")]
    [InlineData("/readings/cut", "1 2 cut")]
    public async Task Python_reads_items_and_notices_a_cut(string path, string seen)
    {
        var python = await PythonAsync();
        await using var app = await ConsumedApp.StartAsync();
        var script = Block("python", "read_items") +
            """
            import sys
            seen = []
            try:
                for reading in read_items(sys.argv[1]):
                    seen.append(str(reading["number"]))
                seen.append("end")
            except requests.exceptions.ChunkedEncodingError:
                seen.append("cut")
            print(" ".join(seen))
            """;

        Assert.Equal(seen, await RunAsync(python, "script.py", script, new Uri(app.Address, path)));
    }

    [Fact]
    public async Task Python_reconnects_with_the_last_id_until_it_is_refused()
    {
        var python = await PythonAsync();
        await using var app = await ConsumedApp.StartAsync();
        var script = Block("python", "read_events") +
            """
            import sys
            seen = []
            try:
                for name, data, last_id in read_events(sys.argv[1], "1"):
                    seen.append(f"{name} {last_id} {data}")
            except requests.HTTPError as refusal:
                seen.append(str(refusal.response.status_code))
            print("; ".join(seen))
            """;

        Assert.Equal(
            "reading 2 {\"number\":2,\"celsius\":22}; reading 3 {\"number\":3,\"celsius\":23}; " +
            "reading 4 {\"number\":4,\"celsius\":24}; reading 5 {\"number\":5,\"celsius\":25}; 404",
            await RunAsync(python, "script.py", script, new Uri(app.Address, "/readings/live")));
    }

    private static string Block(string language, string function) => Fence()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "consuming.md")))
        .Where(block => block.Groups[1].Value == language)
        .Single(block => block.Groups[2].Value.Contains(function, StringComparison.Ordinal))
        .Groups[2].Value;

    private static async Task<string> PythonAsync()
    {
        var python = Tool.Require("python3");
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import requests"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(Cancellation);
        if (process.ExitCode != 0) Tool.SkipUnlessRequired("The package requests is not installed for Python.");
        return python;
    }

    private static async Task<string> RunAsync(string program, string name, string script, Uri address)
    {
        var folder = Directory.CreateTempSubdirectory("jero-script-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(file, script, Cancellation);
            await using var process = new ChildProcess(program, file, address.ToString());
            await process.WaitForExitAsync(TimeSpan.FromMinutes(2));
            return process.Output.Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
