using DiffPlex.Renderer;

namespace Generator.Tests.Harness;

/// <summary>
/// A file that was reviewed, in Verify's layout: <c>Name.verified.cs</c>, and <c>Name.received.cs</c> beside it on a mismatch. To accept a
/// change, rename the received file, or run the tests with <c>ACCEPT_SNAPSHOTS=1</c> and read the difference in git.
/// </summary>
internal static class SnapshotFile
{
    /// <summary>Compares what was made with the file; the difference, or null where there is none or it is accepted.</summary>
    /// <param name="name">The path, up to <c>.verified</c>.</param>
    /// <param name="extension">Of the file, without a dot.</param>
    /// <param name="received">What was made.</param>
    public static string? Compare(string name, string extension, string received)
    {
        var (verifiedFile, receivedFile) = ($"{name}.verified.{extension}", $"{name}.received.{extension}");
        File.Delete(receivedFile);
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : "";
        if (verified == received)
        {
            return null;
        }

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            return null;
        }

        File.WriteAllText(receivedFile, received);
        return UnidiffRenderer.GenerateUnidiff(verified, received, Path.GetFileName(verifiedFile), Path.GetFileName(receivedFile));
    }
}
