using System.Diagnostics;

namespace Package.Tests;

/// <summary>Versions come from git tags, also where there are none.</summary>
public sealed class VersionTests(VersionTests.RestoredSources sources) : IClassFixture<VersionTests.RestoredSources>
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
            sources.CopyTo(copy);
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
            var output = await Sdk.RunAsync(project, NoEnvironment, "msbuild", "-t:VersionWithoutTag;MinVer", "-getProperty:PackageVersion", "-warnaserror");

            Assert.Equal(version, output.Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
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

    /// <summary>What a version is made of: projects, their settings, and what a restore makes of them, which takes longer than all else.</summary>
    public sealed class RestoredSources : IAsyncLifetime
    {
        private static readonly string[] Files =
        [
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
            Path.Combine("src", "Directory.Build.props"), Path.Combine("src", "Directory.Build.targets"),
            Path.Combine("src", "Jero.Runtime", "Jero.Runtime.csproj"), Path.Combine("src", "Jero.Generator", "Jero.Generator.csproj"),
            Path.Combine("src", "Jero.Documentation", "Jero.Documentation.csproj"),
        ];

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-sources-");

        public async ValueTask InitializeAsync()
        {
            foreach (var file in Files)
            {
                Copy(Repository.Path(file), Path.Combine(_folder.FullName, file));
            }

            await Sdk.RunAsync(Path.Combine(_folder.FullName, "src", "Jero.Runtime"), NoEnvironment, "restore", "-warnaserror");
        }

        public void CopyTo(string folder)
        {
            foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                Copy(file.FullName, Path.Combine(folder, Path.GetRelativePath(_folder.FullName, file.FullName)));
            }
        }

        public ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        private static void Copy(string from, string to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }
}
