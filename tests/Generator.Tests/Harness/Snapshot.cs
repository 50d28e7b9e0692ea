using System.Runtime.CompilerServices;

namespace Generator.Tests.Harness;

/// <summary>Compares generated files with <c>Snapshots/Class.Method#Hint.verified.cs</c>, one each, and finds those that are no longer generated.</summary>
internal static class Snapshot
{
    public static void Match(
        IReadOnlyDictionary<string, string> files, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        var prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}#";
        Directory.CreateDirectory(folder);
        var faults = new List<string>();
        foreach (var (hint, received) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var name = Path.Combine(folder, prefix + Path.ChangeExtension(hint, null));
            if (SnapshotFile.Compare(name, "cs", received) is { } difference) faults.Add(difference);
        }

        var expected = files.Keys.Select(hint => $"{prefix}{Path.ChangeExtension(hint, null)}.verified.cs").ToHashSet();
        faults.AddRange(Directory.EnumerateFiles(folder, prefix + "*.verified.cs")
            .Select(Path.GetFileName)
            .Where(file => !expected.Contains(file!))
            .Select(file => $"{file} is no longer generated."));
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }
}
