using System.Text.RegularExpressions;

namespace Docs.Tests;

/// <summary>The C# of each page is part of a test in the page's folder, so it compiles and holds.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData("docs/authentication.md", "Authentication", 6)]
    [InlineData("docs/consuming.md", "Consuming", 3)]
    [InlineData("docs/deployment.md", "Deployment", 2)]
    [InlineData("docs/entity-framework.md", "EntityFramework", 6)]
    [InlineData("docs/migrating.md", "Migrating", 5)]
    public void Every_snippet_is_part_of_a_test(string page, string folder, int atLeast) =>
        PageSnippets.AreTested(page, atLeast, Path.Combine(Repository.Root, "tests", "Docs.Tests", folder, "any.cs"));

    /// <summary>What a page shows of a command is made again by a test. A block without output is a command to copy.</summary>
    [Fact]
    public void Every_page_with_output_is_named_by_a_test_that_makes_it_again()
    {
        var tests = string.Concat(Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) is "TranscriptTests.cs" or "MoviesTranscriptTests.cs" or "GettingStartedTests.cs")
            .Select(File.ReadAllText));
        string[] folders = [".", "docs", "docs/contributing", .. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples"))];
        var pages = folders.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md"))
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(static page => Transcript.Blocks(page).Any(static block => block.Split('\n').Any(static line => line is not "" and not ['$', ..]))).ToList();

        Assert.True(pages.Count >= 8, $"There are {pages.Count} pages.");
        Assert.All(pages, page => Assert.Contains($"\"{page}\"", tests, StringComparison.Ordinal));
    }

    /// <summary>A page whose code nobody runs rots. That of docs/architecture.md is generated, and .ci/run compares it.</summary>
    [Fact]
    public void Every_page_with_CSharp_is_named_by_a_test()
    {
        var tests = string.Concat(Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) is "PageTests.cs" or "SnippetTests.cs" or "GettingStartedTests.cs")
            .Select(File.ReadAllText));
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Where(static page => File.ReadAllText(page).Contains("```csharp\n", StringComparison.Ordinal))
            .Select(static page => Path.GetFileName(page)).Except(["architecture.md"]).ToList();

        Assert.True(pages.Count >= 10, $"There are {pages.Count} pages.");
        Assert.All(pages, page => Assert.Matches($"[\"/]{Regex.Escape(page)}\"", tests));
    }
}
