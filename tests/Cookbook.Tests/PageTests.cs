using System.Text.RegularExpressions;

namespace Cookbook.Tests;

/// <summary>Every recipe of docs/cookbook.md is the tested file, to the letter.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void Every_snippet_is_a_tested_file_and_every_file_is_shown()
    {
        var root = FindRoot();
        var page = File.ReadAllText(Path.Combine(root, "docs", "cookbook.md"));
        var files = Directory.GetFiles(Path.Combine(root, "tests", "Cookbook.Tests", "Recipes"), "*.cs")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

        var shown = Snippet().Matches(page).ToDictionary(match => match.Groups["file"].Value, match => match.Groups["code"].Value, StringComparer.Ordinal);

        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(file.Value, shown[file.Key]));
        Assert.Equal(shown.Count, Fence().Count(page));
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Jero.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("Jero.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"^\[(?<file>\w+\.cs)\]\([^)]+\):\n\n```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex("^```csharp$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
