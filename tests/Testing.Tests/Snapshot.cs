using System.Runtime.CompilerServices;

namespace Testing.Tests;

/// <summary>
/// Compares a message with the one that was reviewed, in Verify's layout: <c>Snapshots/Class.Method.verified.txt</c>. To accept a change,
/// rename the received file, or run the tests with <c>ACCEPT_SNAPSHOTS=1</c> and read the difference in git.
/// </summary>
internal static class Snapshot
{
    public static void Match(string received, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        var name = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}");
        var (verifiedFile, receivedFile) = (name + ".verified.txt", name + ".received.txt");
        Directory.CreateDirectory(folder);
        File.Delete(receivedFile);
        received += "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedFile, received);
        }

        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : "";
        if (verified != received)
        {
            File.WriteAllText(receivedFile, received);
        }

        Assert.Equal(verified, received);
    }
}
