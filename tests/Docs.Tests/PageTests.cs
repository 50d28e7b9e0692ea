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
