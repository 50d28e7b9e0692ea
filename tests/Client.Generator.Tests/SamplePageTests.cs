using Jero.Client.Tool.Commands;
using Shared;

namespace Client.Generator.Tests;

/// <summary>
/// The client beside each sample's page is what the tool makes of the document that the sample's build writes. After a change run the tests with
/// <c>ACCEPT_SNAPSHOTS=1</c> and read the difference in git.
/// </summary>
public sealed class SamplePageTests
{
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Theory]
    [InlineData("Assistant", "wwwroot")]
    [InlineData("Movies", "Page")]
    [InlineData("Notifications", "Page")]
    public void The_client_of_a_page_is_what_the_tool_makes_of_the_document(string sample, string page)
    {
        var folder = Path.Combine(Repository.Root, "samples", sample);
        string[] words =
        [
            Path.Combine(folder, "bin", Configuration, "net10.0", $"{sample}.json"), "--language", "javascript", "--output", Path.Combine(folder, page, "client.js"),
        ];
        using var errors = new StringWriter();
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            Assert.True(GenerateCommand.Run(words, TextWriter.Null, errors) == 0, errors.ToString());
        }

        Assert.True(GenerateCommand.Run([.. words, "--check"], TextWriter.Null, errors) == 0, errors.ToString());
        Assert.Equal("", errors.ToString());
    }
}
