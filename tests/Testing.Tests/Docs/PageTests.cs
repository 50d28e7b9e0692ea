using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shared;

namespace Testing.Tests.Docs;

/// <summary>What the pages show is in a test, so it compiles and holds.</summary>
public sealed partial class PageTests
{
    [Theory]
    [InlineData("docs/testing.md", 8)]
    [InlineData("src/Jero.Testing/Package/README.md", 1)]
    public void Every_snippet_is_part_of_a_test(string page, int atLeast)
    {
        var snippets = Snippet().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)));
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(ThisFile())!, "*.cs");
        var tests = string.Join('\n', files.Select(file => Flat(File.ReadAllText(file))));

        Assert.True(snippets.Count >= atLeast, $"{page} has {snippets.Count} snippets.");
        foreach (var snippet in snippets.Select(match => Flat(match.Groups[1].Value)))
        {
            Assert.Contains(snippet, tests, StringComparison.Ordinal);
        }
    }

    /// <summary>Without indentation and comments, which a page has of its own.</summary>
    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n').Select(line => Comment().Replace(line, "").Trim()).Where(line => line.Length > 0));

    private static string ThisFile([CallerFilePath] string file = "") => file;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\s+// .*$")]
    private static partial Regex Comment();
}
