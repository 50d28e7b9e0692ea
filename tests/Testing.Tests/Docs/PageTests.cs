using Shared;

namespace Testing.Tests.Docs;

public sealed class PageTests
{
    [Theory]
    [InlineData("docs/testing.md", 8)]
    [InlineData("src/Jero.Testing/Package/README.md", 1)]
    public void Every_snippet_is_part_of_a_test(string page, int atLeast) => PageSnippets.AreTested(page, atLeast);
}
