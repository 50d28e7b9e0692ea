using System.Runtime.CompilerServices;
using DiffPlex.Renderer;

namespace Generator.Tests.Harness;

/// <summary>
/// Compares generated files with those that were reviewed, in Verify's layout: <c>Snapshots/Class.Method#Hint.verified.cs</c>, and
/// <c>.received.cs</c> beside it on a mismatch. To accept a change, rename the received file, or run the tests with
/// <c>ACCEPT_SNAPSHOTS=1</c> and read the difference in git.
/// </summary>
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
            Compare(name, received, faults);
        }

        var expected = files.Keys.Select(hint => $"{prefix}{Path.ChangeExtension(hint, null)}.verified.cs").ToHashSet();
        faults.AddRange(Directory.EnumerateFiles(folder, prefix + "*.verified.cs")
            .Select(Path.GetFileName)
            .Where(file => !expected.Contains(file!))
            .Select(file => $"{file} is no longer generated."));
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    private static void Compare(string name, string received, List<string> faults)
    {
        var verifiedFile = name + ".verified.cs";
        var receivedFile = name + ".received.cs";
        File.Delete(receivedFile);
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : "";
        if (verified == received)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            return;
        }

        File.WriteAllText(receivedFile, received);
        faults.Add(UnidiffRenderer.GenerateUnidiff(verified, received, Path.GetFileName(verifiedFile), Path.GetFileName(receivedFile)));
    }
}
