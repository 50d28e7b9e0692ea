using Shared;

namespace Client.Tests.Docs;

public sealed class PageTests
{
    [Theory]
    [InlineData("docs/clients.md", 5)]
    [InlineData("src/Jero.Client/Package/README.md", 1)]
    public void Every_snippet_is_part_of_a_test(string page, int atLeast) => PageSnippets.AreTested(page, atLeast);
}
