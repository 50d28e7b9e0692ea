using System.Diagnostics;

namespace Package.Tests;

/// <summary>Versions come from git tags, also where there are none.</summary>
public sealed class VersionTests
{
    private static readonly Dictionary<string, string?> NoEnvironment = [];

    [Theory]
    [InlineData("no tag", "0.1.0-alpha")]
    [InlineData("shallow", "0.1.0-alpha")]
    [InlineData("no git", "0.1.0-alpha")]
    [InlineData("tag", "1.2.3")]
    [InlineData("behind a tag", "1.2.4-alpha.0.1")]
    public async Task The_version_is_that_of_the_tag(string state, string version)
    {
        var folder = Directory.CreateTempSubdirectory("jero-version-");
        try
        {
            var copy = Path.Combine(folder.FullName, "jero");
            CopySources(copy);
            if (state != "no git")
            {
                Git(copy, "init", "-q");
                Commit(copy);
            }

            if (state is "tag" or "behind a tag")
            {
                Git(copy, "tag", "v1.2.3");
            }

            if (state is "behind a tag" or "shallow")
            {
                Commit(copy);
            }

            if (state == "shallow")
            {
                Git(folder.FullName, "clone", "-q", "--depth", "1", new Uri(copy).AbsoluteUri, "shallow");
                copy = Path.Combine(folder.FullName, "shallow");
            }

            var project = Path.Combine(copy, "src", "Jero.Runtime");
            await Sdk.RunAsync(project, NoEnvironment, "restore", "-warnaserror");
            var output = await Sdk.RunAsync(project, NoEnvironment, "msbuild", "-t:VersionWithoutTag;MinVer", "-getProperty:PackageVersion", "-warnaserror");

            Assert.Equal(version, output.Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What a version is made of: projects and their settings.
    private static void CopySources(string copy)
    {
        string[] files =
        [
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
            Path.Combine("src", "Jero.Runtime", "Jero.Runtime.csproj"), Path.Combine("src", "Jero.Generator", "Jero.Generator.csproj"),
            Path.Combine("src", "Jero.Documentation", "Jero.Documentation.csproj"),
        ];
        foreach (var file in files)
        {
            var target = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.Path(file), target);
        }
    }

    private static void Commit(string copy)
    {
        Git(copy, "add", ".");
        Git(copy, "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-q", "--allow-empty", "-m", "A commit");
    }

    private static void Git(string directory, params IEnumerable<string> arguments)
    {
        using var git = Process.Start(new ProcessStartInfo(Tool.Require("git"), arguments) { WorkingDirectory = directory })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
