using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Shared;

/// <summary>Compares the code of a page with the tests that run it.</summary>
internal static partial class PageSnippets
{
    /// <summary>What a page shows is in a test, so it compiles and holds.</summary>
    /// <param name="page">Its path in the repository.</param>
    /// <param name="atLeast">How many blocks it has at least, so that a page that is read wrongly is noticed.</param>
    /// <param name="test">A file in the folder of those tests.</param>
    public static void AreTested(string page, int atLeast, [CallerFilePath] string test = "")
    {
        var snippets = Of(page);
        var tests = Tests(Path.GetDirectoryName(test)!);
        Assert.True(snippets.Length >= atLeast, $"{page} has {snippets.Length} snippets.");
        Assert.All(snippets, snippet => Assert.Contains(snippet, tests, StringComparison.Ordinal));
    }

    /// <summary>The C# of a page, without indentation and comments, which a page has of its own.</summary>
    /// <param name="page">Its path in the repository.</param>
    private static string[] Of(string page) =>
        [.. Snippet().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => Flat(match.Groups[1].Value))];

    /// <summary>The code of a folder's files in the same form.</summary>
    private static string Tests(string folder) =>
        string.Join('\n', Directory.EnumerateFiles(folder, "*.cs").Select(file => Flat(File.ReadAllText(file))));

    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n').Select(line => Comment().Replace(line, "").Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\s+// .*$")]
    private static partial Regex Comment();
}
