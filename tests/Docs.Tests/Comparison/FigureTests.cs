using System.Text.RegularExpressions;

namespace Docs.Tests.Comparison;

/// <summary>The figures of docs/comparison.md are those of docs/performance.md.</summary>
public sealed partial class FigureTests
{
    [Fact]
    public void Every_figure_was_measured()
    {
        var measured = File.ReadAllText(Path.Combine(Repository.Root, "docs", "performance.md"));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "comparison.md"));
        var start = page.IndexOf("\n## Figures\n", StringComparison.Ordinal);
        var section = page[start..page.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];

        var figures = section.Split('\n').Where(line => line.StartsWith('|')).SelectMany(line => line.Split('|')[2..])
            .SelectMany(cell => Figure().Matches(cell)).Select(figure => figure.Value).ToList();

        Assert.True(figures.Count >= 15, $"The page has {figures.Count} figures.");
        Assert.All(figures, figure => Assert.Matches($@"(?<![\d.,]){Regex.Escape(figure)}(?![\d]|[.,]\d)", measured));
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Figure();
}
