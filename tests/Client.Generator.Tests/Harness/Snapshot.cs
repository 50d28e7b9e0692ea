using System.Runtime.CompilerServices;
using Generator.Tests.Harness;
using Shared;

namespace Client.Generator.Tests.Harness;

/// <summary>Compares a generated file with <c>Snapshots/Class.Method.verified</c> and its extension.</summary>
internal static class Snapshot
{
    public static void Match(string received, string extension, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var name = Path.Combine(Repository.Root, "tests/Client.Generator.Tests/Snapshots", $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}");
        if (SnapshotFile.Compare(name, extension, received) is { } difference) Assert.Fail(difference);
    }
}
