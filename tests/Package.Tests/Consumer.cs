using System.Xml.Linq;

namespace Package.Tests;

/// <summary>
/// A project outside of the repository, with a package cache of its own. The packages of the machine are a second cache that is only read,
/// so that the SDK's own parts are not fetched again.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-consumer-");

    public Consumer(Feed feed)
    {
        Project = _folder.CreateSubdirectory("App").FullName;
        Environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "cache") };
        var machine = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        new XElement(
            "configuration",
            new XElement("packageSources", Add("jero-packed", feed.Folder)),
            new XElement("fallbackPackageFolders", Add("machine", machine))).Save(Path.Combine(_folder.FullName, "nuget.config"));

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
    }

    /// <summary>The folder of the project.</summary>
    public string Project { get; }

    public IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>The small app of this folder, which refers to the package.</summary>
    public static Consumer OfApp(Feed feed)
    {
        var consumer = new Consumer(feed);
        foreach (var file in Directory.EnumerateFiles(Repository.Path("tests", "Package.Tests", "App")))
        {
            File.WriteAllText(
                Path.Combine(consumer.Project, Path.GetFileNameWithoutExtension(file)),
                File.ReadAllText(file).Replace("$JeroVersion$", feed.Version, StringComparison.Ordinal));
        }

        return consumer;
    }

    public void Edit(string file, string old, string replacement)
    {
        var path = Path.Combine(Project, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public Task<string> RunAsync(params IEnumerable<string> arguments) => Sdk.RunAsync(Project, Environment, arguments);

    public Task<(int ExitCode, string Output)> TryAsync(params IEnumerable<string> arguments) => Sdk.TryAsync(Project, Environment, arguments);

    public void Dispose() => _folder.Delete(recursive: true);
}
