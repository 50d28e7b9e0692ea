using Jero.Testing;

namespace Docs.Tests.GettingStarted;

/// <summary>The sample Movies answers what the pages show of it.</summary>
public sealed class MoviesTranscriptTests : IDisposable
{
    private static string Bash => Tool.Require("bash");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-movies-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("README.md", null)]
    [InlineData("docs/getting-started.md", "A larger example")]
    [InlineData("samples/Movies/README.md", "An import")]
    public async Task The_sample_answers_as_the_page_shows(string page, string? section)
    {
        Tool.Require("curl");
        await using var app = await StartAsync();

        await new Transcript(page, Bash, _folder.FullName).HoldsAsync(Transcript.Blocks(page, section), ("localhost:5080", app.Address));
    }

    [Fact]
    public async Task The_tool_writes_what_its_page_shows()
    {
        const string page = "docs/clients.md";
        var start = Path.Combine(_folder.FullName, "start.sh");
        await File.WriteAllTextAsync(
            start,
            $"jero-client() {{ '{Tool.DotNet}' '{Path.Combine(AppContext.BaseDirectory, "Jero.Client.Tool.dll")}' \"$@\"; }}\n",
            TestContext.Current.CancellationToken);
        await using var app = await StartAsync();

        // Bash runs this file first.
        await new Transcript(page, Bash, _folder.FullName, [new("BASH_ENV", start)])
            .HoldsAsync(Transcript.Blocks(page, "By hand"), ("localhost:5080", app.Address));
    }

    private Task<StreamApp> StartAsync() => StreamApp.StartAsync<Program>(new()
    {
        // The commands are clients that no test can move a clock for.
        Time = null,
        Configure = host => host.UseSetting("ConnectionStrings:Movies", $"Data Source={Path.Combine(_folder.FullName, "movies.db")};Pooling=False"),
    });
}
