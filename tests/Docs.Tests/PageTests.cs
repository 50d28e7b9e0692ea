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
}
