using System.Text.RegularExpressions;
using Generator.Tests.Harness;
using Shared;

namespace Generator.Tests.Docs;

/// <summary>The code of a page runs, and its commands get from it what the page shows.</summary>
public sealed partial class TranscriptTests : IDisposable
{
    /// <summary>The program around the endpoints of docs/streaming.md.</summary>
    private const string StreamingProgram =
        """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddSingleton<MovieStore>();
        var app = builder.Build();
        app.MapJero();
        app.Run();
        """;

    /// <summary>The program around the endpoints of docs/requests.md, and the store that it leaves to the reader.</summary>
    private const string RequestsProgram =
        """
        using Jero;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddSingleton<IMessageStore, MessageStore>();
        var app = builder.Build();
        app.MapJero();
        app.Run();

        public sealed class MessageStore : IMessageStore
        {
            private readonly Dictionary<string, Message[]> _rooms = new()
            {
                ["a"] = [new(1, "The train is late."), new(2, "It has come.")],
                ["b"] = [new(7, "I am late, too.")],
            };

            public IRoom? Find(string room) => _rooms.TryGetValue(room, out var messages) ? new Room(messages) : null;

            public Task AddAsync(string room, NewMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
        }

        public sealed class Room(Message[] messages) : IRoom
        {
            public IAsyncEnumerable<Message> ReadAsync(string? text, int limit) =>
                messages.Where(message => text is null || message.Text.Contains(text)).Take(limit).ToAsyncEnumerable();
        }
        """;

    private static string Bash => Tool.Require("bash");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-transcript-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("docs/streaming.md", "Errors before the start", 5077)]
    [InlineData("docs/streaming.md", "Errors after the start: cut short", 5077)]
    [InlineData("docs/streaming.md", "Items", 5077)]
    [InlineData("docs/streaming.md", "Resume", 5077)]
    [InlineData("docs/streaming.md", "Status and headers", 5077)]
    [InlineData("docs/streaming.md", "Plain minimal APIs", 5077)]
    [InlineData("docs/streaming.md", "Event streams over POST", 5077)]
    [InlineData("docs/requests.md", "QUERY", 5000)]
    [InlineData("docs/requests.md", "Items in the body", 5000)]
    public async Task The_code_of_a_section_answers_as_the_page_shows(string page, string section, int port)
    {
        Tool.Require("curl");
        var snippet = Snippets(page, section)[0];
        var program = snippet.Contains("app.Run();", StringComparison.Ordinal) ? [] : new[] { page == "docs/streaming.md" ? StreamingProgram : RequestsProgram };
        await using var app = await PageApp.StartAsync([Snippets(page)[0], snippet, .. program]);

        await new Transcript(page, Bash, _folder.FullName).HoldsAsync(Transcript.Blocks(page, section), ($"localhost:{port}", app.Address));
    }

    [Fact]
    public async Task A_topic_goes_over_two_nodes_as_its_page_shows()
    {
        const string page = "docs/topics.md";
        Tool.Require("curl");
        var program = Snippets(page)[0];
        var blocks = Transcript.Blocks(page, "From nothing to two nodes");
        Assert.Equal(3, blocks.Length);
        var transcript = new Transcript(page, Bash, _folder.FullName, varying: @"\b\w{12,}-\d+");
        await using (var alone = await PageApp.StartAsync([program]))
        {
            await transcript.HoldsAsync([blocks[0]], ("localhost:5000", alone.Address));
        }

        await using var redis = await RedisServer.StartAsync();
        var setting = $"--ConnectionStrings:Redis={redis.Configuration}";
        await using var first = await PageApp.StartAsync([program], setting);
        await using (var second = await PageApp.StartAsync([program], setting))
        {
            await transcript.HoldsAsync([blocks[1]], ("localhost:5000", first.Address), ("localhost:5001", second.Address));
        }

        await transcript.HoldsAsync([blocks[2]], ("localhost:5000", first.Address));
    }

    private static string[] Snippets(string page, string? section = null)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        var start = section is null ? 0 : text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        return [.. Block().Matches(text[start..]).Select(static match => match.Groups[1].Value)];
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
