namespace Processes;

/// <summary>Programs that a test needs and a machine may lack.</summary>
internal static class Tool
{
    /// <summary>The program's path; the test is skipped where there is none, and fails where nothing may be skipped (CI=true).</summary>
    public static string Require(string name) => RequireAny(name);

    /// <summary>Chromium. Its headless shell comes first, because it draws no windows and takes half the processor time.</summary>
    public static string RequireChromium() => RequireAny("chromium-headless-shell", "chromium");

    private static string RequireAny(params ReadOnlySpan<string> names)
    {
        // Debian keeps servers out of a user's PATH.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/usr/local/sbin");
        foreach (var name in names)
        {
            if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path)
            {
                return path;
            }
        }

        SkipUnlessRequired($"{names[^1]} is not installed.");
        return names[^1];
    }

    /// <summary>The `dotnet` that runs this test.</summary>
    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Require("dotnet");

    /// <summary>The same for a folder that a command fills.</summary>
    public static void RequireFolder(string path, string reason)
    {
        if (!Directory.Exists(path))
        {
            SkipUnlessRequired(reason);
        }
    }

    public static void RequireLinux()
    {
        if (!OperatingSystem.IsLinux())
        {
            SkipUnlessRequired("This needs Linux.");
        }
    }

    /// <summary>Skips the test, and fails it where nothing may be skipped.</summary>
    public static void SkipUnlessRequired(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }
}
