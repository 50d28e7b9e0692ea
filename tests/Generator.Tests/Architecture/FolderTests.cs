using System.Diagnostics;
using System.Text.RegularExpressions;
using Shared;

namespace Generator.Tests.Architecture;

/// <summary>The list of folders at the top of docs/architecture.md is whole.</summary>
public sealed partial class FolderTests
{
    [Fact]
    public void Every_folder_of_src_and_tests_has_its_line()
    {
        var lines = Listed();

        Offences.AssertNone(Folders().Where(folder => !lines.Contains(folder)));
    }

    [Fact]
    public void Every_line_has_its_folder() =>
        Offences.AssertNone(Listed().Where(static folder => !Directory.Exists(Path.Combine(Repository.Root, folder))));

    [Fact]
    public void Every_project_is_in_the_solution_in_the_folder_that_it_lies_in()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Jero.sln"));
        var names = Project().Matches(solution).ToDictionary(static project => project.Groups[3].Value, static project => project);
        var parents = Nested().Matches(solution).ToDictionary(static pair => pair.Groups[1].Value, pair => names[pair.Groups[2].Value]);

        var missing = Files("*.csproj")
            .Where(static path => !path.StartsWith("templates/jero-api/", StringComparison.Ordinal))
            .Where(path => names.Values.FirstOrDefault(project => project.Groups[2].Value.Replace('\\', '/') == path) is not { } project
                || FolderOf(project, parents) != path.Split('/')[0]);

        Offences.AssertNone(missing);
    }

    private static string? FolderOf(Match project, Dictionary<string, Match> parents)
    {
        string? folder = null;
        while (parents.TryGetValue(project.Groups[3].Value, out var parent))
        {
            (folder, project) = (parent.Groups[1].Value, parent);
        }

        return folder;
    }

    // The lines of the first block, each below the last one that is indented less.
    private static HashSet<string> Listed()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/architecture.md"));
        var block = page.Split("```\n")[1];
        var above = new List<(int Indent, string Path)>();
        var folders = new HashSet<string>();
        foreach (Match line in Line().Matches(block))
        {
            var indent = line.Groups[1].Length;
            above.RemoveAll(folder => folder.Indent >= indent);
            var path = above.Count == 0 ? line.Groups[2].Value : $"{above[^1].Path}/{line.Groups[2].Value}";
            above.Add((indent, path));
            Assert.True(folders.Add(path), $"{path} has two lines.");
        }

        return folders;
    }

    // A folder that holds nothing but folders needs no line of its own.
    private static IEnumerable<string> Folders() => Files("*")
        .Select(static path => Path.GetDirectoryName(path)!.Replace('\\', '/'))
        .Where(static folder => folder.StartsWith("src/", StringComparison.Ordinal) || folder.StartsWith("tests/", StringComparison.Ordinal))
        .Distinct();

    // As git has them, so that nothing counts that a build or a package manager has left.
    private static string[] Files(string pattern)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", pattern])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Where(static path => File.Exists(Path.Combine(Repository.Root, path)))];
    }

    [GeneratedRegex(@"^( *)([\w./-]+)/ ", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("""^Project\("\{[^}]+\}"\) = "([^"]+)", "([^"]+)", "(\{[^}]+\})""", RegexOptions.Multiline)]
    private static partial Regex Project();

    [GeneratedRegex(@"^\t\t(\{[^}]+\}) = (\{[^}]+\})\r?$", RegexOptions.Multiline)]
    private static partial Regex Nested();
}
