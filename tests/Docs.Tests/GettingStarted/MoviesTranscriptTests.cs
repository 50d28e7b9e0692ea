using Jero.Testing;

namespace Docs.Tests.GettingStarted;

public sealed class MoviesTranscriptTests
{
    [Fact]
    public async Task The_sample_answers_as_the_page_shows()
    {
        var bash = Tool.Require("bash");
        Tool.Require("curl");
        var folder = Directory.CreateTempSubdirectory("jero-movies-");
        try
        {
            var database = $"Data Source={Path.Combine(folder.FullName, "movies.db")};Pooling=False";
            await using var app = await StreamApp.StartAsync<Program>(new()
            {
                // The commands are clients that no test can move a clock for.
                Time = null,
                Configure = host => host.UseSetting("ConnectionStrings:Movies", database),
            });

            await Transcript.HoldsAsync(
                "docs/getting-started.md", "A larger example", bash, folder.FullName, "localhost:5080", app.Address, []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
