using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>The sample and the program that follows it write what their pages show.</summary>
public sealed partial class TranscriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _work = new();

    public void Dispose()
    {
        _folder.Dispose();
        _work.Dispose();
    }

    [Fact]
    public async Task The_server_answers_as_its_page_shows()
    {
        const string page = "samples/Notifications/README.md";
        var bash = Tool.Require("bash");
        Tool.Require("curl");
        var blocks = Transcript.Blocks(page, "What comes out");
        Assert.Equal(4, blocks.Length);
        var transcript = new Transcript(
            page, bash, _work.Path, varying: @"\d{4}-\d\d-\d\dT[\d:.]+\+00:00|(?<=retry: )\d+|\b[0-9a-f]{12}-\d+\b");
        await using var server = await NotificationsServer.StartAsync(_folder.Path);

        await transcript.HoldsAsync(blocks[..2], ("localhost:5082", server.Address));
        await server.KillAsync();
        await server.StartAgainAsync();
        await transcript.HoldsAsync(blocks[2..], ("localhost:5082", server.Address));
    }

    [Fact]
    public async Task The_program_prints_what_its_pages_show()
    {
        var blocks = Transcript.Blocks("samples/Console/README.md", "What it prints");
        var position = Path.Combine(_work.Path, "position");
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var bob = await User.SignInAsync(server.Address, "bob");
        await using (var first = new FollowProcess(server.Address.ToString(), "ada", position))
        {
            await first.UntilAsync("ada follows");
            await bob.PublishAsync(server.Address, "Hello");
            await PublishAsync(bob, server, """{"topic":"builds","content":{"kind":"progress","job":"main","percent":40}}""");
            await first.UntilAsync("main 40 %");
            await server.KillAsync();
            await server.StartAgainAsync();
            var alert = await PublishAsync(bob, server, """{"topic":"@ada","content":{"kind":"alert","severity":"critical","text":"Disk full"}}""");
            await first.UntilAsync("Disk full");
            await Until.TrueAsync(() => File.ReadAllText(position) == alert, () => "the position is kept");
            // What comes through one output may be read long after what came through the other.
            await Until.TrueAsync(() => first.Process.Output.Split("ada follows").Length == 3, () => first.Process.Output);

            AssertShown(blocks[0], first);
            AssertShown(Assert.Single(Transcript.Blocks("docs/clients.md", "Clients of a document")), first);
        }

        await bob.PublishAsync(server.Address, "Still there?");
        await using var second = new FollowProcess(server.Address.ToString(), "ada", position);
        await second.UntilAsync("ada follows");
        await second.UntilAsync("Still there?");
        await using var third = new FollowProcess(server.Address.ToString(), "eve");
        await third.Process.WaitForExitAsync(TimeSpan.FromMinutes(1));
        await third.UntilAsync("eve");

        var ends = blocks[1].Split("^C\n\n");
        AssertShown(ends[0], second);
        AssertShown(ends[1].Replace("http://localhost:5082/", server.Address.ToString(), StringComparison.Ordinal), third);
    }

    private static async Task<string> PublishAsync(User user, NotificationsServer server, string json)
    {
        using var response = await user.SendAsync(HttpMethod.Post, server.Address, "/notifications", json);
        var published = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return published.GetProperty("id").GetString()!;
    }

    // The first line of a block is the command. What a program writes to its two outputs may be read in another order than it was written.
    private static void AssertShown(string block, FollowProcess process) => Assert.Equal(
        Lines(block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal),
        Lines(process.Process.Output).Order(StringComparer.Ordinal));

    private static string[] Lines(string text) =>
        Time().Replace(text.ReplaceLineEndings("\n"), "at some time").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", RegexOptions.Multiline)]
    private static partial Regex Time();
}
