using Jero.Client.Tool.Commands;
using Microsoft.AspNetCore.Builder;

namespace Client.Generator.Tests.Http;

/// <summary><c>jero-client tail</c>: any stream, a line an item.</summary>
public sealed class TailTests
{
    [Theory]
    [InlineData("application/x-ndjson", "{\"id\": 1}\n[2]\n", "{\"id\":1}\n[2]\n", 0)]
    [InlineData("application/x-ndjson", "{\"id\": 1}\n{\"id\"", "{\"id\":1}\n", 1)]
    [InlineData("application/json", "[1, \"é\", 3]", "1\n\"é\"\n3\n", 0)]
    [InlineData("application/json", "[1, 2", "1\n", 1)]
    [InlineData("text/event-stream", "id: 1\ndata: a\ndata: b\n\nevent: added\ndata: {}\n\n", "message\t1\ta b\nadded\t1\t{}\n", 0)]
    [InlineData("text/html", "<html>", "", 1)]
    [InlineData("application/json", "{}", "", 1)]
    [InlineData("application/jsonl; charset=utf-16", "1\n", "", 1)]
    public async Task Items_are_printed_as_they_come(string type, string body, string expected, int code)
    {
        await using var server = await Server.StartAsync(app => app.MapGet("/", http => Server.SendAsync(http, type, body)));
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter();

        Assert.Equal(code, await TailCommand.RunAsync([server.Client.BaseAddress!.ToString()], output, errors, TestContext.Current.CancellationToken));
        Assert.Equal(expected, output.ToString());
        Assert.Equal(code == 0, errors.ToString().Length == 0);
    }

    [Fact]
    public async Task Enough_is_enough()
    {
        // More than any connection holds: it goes on until the client leaves.
        await using var server = await Server.StartAsync(static app => app.MapGet("/", static http => Server.SendAsync(http, "application/jsonl", [.. Enumerable.Repeat("1\n", 200_000)])));
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter();

        var code = await TailCommand.RunAsync([server.Client.BaseAddress!.ToString(), "--max", "3"], output, errors, TestContext.Current.CancellationToken);

        Assert.Equal("", errors.ToString());
        Assert.Equal(0, code);
        Assert.Equal("1\n1\n1\n", output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("movies")]
    [InlineData("ftp://example.com/")]
    [InlineData("https://example.com/", "--max", "0")]
    [InlineData("https://example.com/", "--max")]
    public async Task Arguments_that_make_no_sense_are_explained(params string[] words)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, await TailCommand.RunAsync(words, TextWriter.Null, errors, TestContext.Current.CancellationToken));
        Assert.Contains("JEROCLIENT003", errors.ToString(), StringComparison.Ordinal);
    }
}
