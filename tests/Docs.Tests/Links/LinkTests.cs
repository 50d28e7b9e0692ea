namespace Docs.Tests.Links;

/// <summary>Every link of every page leads to a file, a folder or a heading of this repository.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Find().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) =>
        Assert.Empty(new MarkdownPage(Path.Combine(Repository.Root, page), Repository.Root).BrokenLinks());

    [Fact]
    public void The_map_of_the_documentation_names_every_page()
    {
        var map = File.ReadAllText(Path.Combine(Repository.Root, "docs", "README.md"));
        var pages = In("docs", SearchOption.TopDirectoryOnly).Concat(In("docs/contributing", SearchOption.TopDirectoryOnly))
            .Select(static page => page["docs/".Length..]).Where(static name => name != "README.md");

        Assert.All(pages, name => Assert.Contains($"]({name})", map, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[a](other.md)", "other.md")]
    [InlineData("[a](#gone)", "#gone")]
    [InlineData("[a](page.md#gone)", "page.md#gone")]
    [InlineData("[a](https://github.com/jero-net/jero/blob/main/docs/gone.md)", "https://github.com/jero-net/jero/blob/main/docs/gone.md")]
    public void A_link_that_leads_nowhere_is_found(string text, string link) => Assert.Equal([link], BrokenLinksOf(text));

    [Theory]
    [InlineData("[a](page.md)")]
    [InlineData("[a](.)")]
    [InlineData("[a](https://example.com/gone)")]
    [InlineData("`[a](gone.md)`")]
    [InlineData("```\n[a](gone.md)\n```")]
    [InlineData("## A `Topic<T>`: one event, *many*\n\n[a](#a-topict-one-event-many)")]
    [InlineData("## [Linked](page.md) heading\n\n[a](page.md#linked-heading)")]
    [InlineData("## Twice\n\n## Twice\n\n[a](#twice) [b](#twice-1)")]
    public void A_link_that_leads_somewhere_is_none(string text) => Assert.Empty(BrokenLinksOf(text));

    private static string[] BrokenLinksOf(string text)
    {
        var folder = Directory.CreateTempSubdirectory("jero-links-");
        try
        {
            var path = Path.Combine(folder.FullName, "page.md");
            File.WriteAllText(path, text);
            return [.. new MarkdownPage(path, folder.FullName).BrokenLinks()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Find() =>
    [
        .. In(".", SearchOption.TopDirectoryOnly),
        .. In("docs", SearchOption.AllDirectories),
        .. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples"))
            .SelectMany(folder => In(folder, SearchOption.TopDirectoryOnly)),
        .. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.Combine(folder, "Package"))
            .Where(Directory.Exists).SelectMany(folder => In(folder, SearchOption.TopDirectoryOnly)),
        .. In("templates", SearchOption.TopDirectoryOnly),
    ];

    private static IEnumerable<string> In(string folder, SearchOption depth) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", depth)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
}
