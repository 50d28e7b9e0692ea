using Shared;

namespace Stores.Tests.Docs;

public sealed class PageTests
{
    [Fact]
    public void Every_snippet_is_part_of_a_test() => PageSnippets.AreTested("docs/topics-stores.md", atLeast: 3);
}
