using System.Runtime.CompilerServices;
using DiffPlex.Renderer;
using Shared;

namespace Client.Generator.Tests.Harness;

/// <summary>
/// Compares a generated file with the one that was reviewed: <c>Snapshots/Class.Method.verified.cs</c>, and <c>.received.cs</c> beside it on
/// a mismatch. To accept a change, run the tests with <c>ACCEPT_SNAPSHOTS=1</c> and read the difference in git.
/// </summary>
internal static class Snapshot
{
    public static void Match(string received, string extension, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var name = Path.Combine(Repository.Root, "tests/Client.Generator.Tests/Snapshots", $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}");
        var (verifiedFile, receivedFile) = ($"{name}.verified.{extension}", $"{name}.received.{extension}");
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
        Assert.Fail(UnidiffRenderer.GenerateUnidiff(verified, received, Path.GetFileName(verifiedFile), Path.GetFileName(receivedFile)));
    }
}
