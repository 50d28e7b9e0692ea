using System.Text.RegularExpressions;
using Docs.Tests.Links;

namespace Docs.Tests.Comparison;

/// <summary>The figures of docs/comparison.md are in docs/contributing/measurements.md, in the section that their row or their table links to.</summary>
public sealed partial class FigureTests
{
    [Fact]
    public void Every_figure_was_measured()
    {
        var measured = Read("contributing/measurements.md").Split("\n## ").ToDictionary(static section => MarkdownPage.AnchorOf(section.Split('\n')[0]));
        var (source, count) = ("", 0);
        var figures = Read("comparison.md").Split("\n## Figures\n")[1].Split("\n## ")[0];
        foreach (var row in figures.Split('\n').Where(static line => line.StartsWith('|')))
        {
            source = Source().Match(row) is { Success: true } link ? link.Groups[1].Value : source;
            foreach (Match figure in Figure().Matches(string.Join('|', row.Split('|')[2..])))
            {
                count++;
                Assert.Matches($@"(?<![\d.,]){Regex.Escape(figure.Value)}(?![\d]|[.,]\d)", measured[source]);
            }
        }

        Assert.True(count >= 15, $"The page has {count} figures.");
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page));

    [GeneratedRegex(@"\]\(contributing/measurements\.md#([^)]+)\)")]
    private static partial Regex Source();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Figure();
}
