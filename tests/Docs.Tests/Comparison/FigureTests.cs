using System.Text.RegularExpressions;
using Docs.Tests.Links;

namespace Docs.Tests.Comparison;

/// <summary>The figures of a page are among the measurements, in the section that their row or their table links to.</summary>
public sealed partial class FigureTests
{
    [Theory]
    [InlineData("comparison.md", "Figures", 15)]
    [InlineData("performance.md", "What you pay", 20)]
    [InlineData("performance.md", "Goals that were missed", 10)]
    public void Every_figure_was_measured(string page, string section, int atLeast)
    {
        var measured = Read("contributing/measurements.md").Split("\n## ")
            .ToDictionary(static section => MarkdownPage.AnchorOf(section.Split('\n')[0]));
        var (source, count) = ("", 0);
        var figures = Read(page).Split($"\n## {section}\n")[1].Split("\n## ")[0];
        foreach (var row in figures.Split('\n').Where(static line => line.StartsWith('|')))
        {
            source = Source().Match(row) is { Success: true } link ? link.Groups[1].Value : source;
            foreach (Match figure in Figure().Matches(string.Join('|', row.Split('|')[2..])))
            {
                count++;
                Assert.Matches($@"(?<![\d.,]){Regex.Escape(figure.Value)}(?![\d]|[.,]\d)", measured[source]);
            }
        }

        Assert.True(count >= atLeast, $"The section has {count} figures.");
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page));

    [GeneratedRegex(@"\]\(contributing/measurements\.md#([^)]+)\)")]
    private static partial Regex Source();

    [GeneratedRegex(@"\d+(?:,\d{3})*(?:\.\d+)?")]
    private static partial Regex Figure();
}
