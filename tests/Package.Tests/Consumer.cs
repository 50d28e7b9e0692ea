using System.Xml.Linq;

namespace Package.Tests;

/// <summary>
/// A project outside of the repository, with a package cache of its own. The packages of the machine are a second cache that is only read,
/// so that the SDK's own parts are not fetched again.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-consumer-");

    /// <param name="feed">The packages.</param>
    /// <param name="isSource">Whether the project knows their folder.</param>
    public Consumer(Feed feed, bool isSource = true)
    {
        Project = _folder.CreateSubdirectory("App").FullName;
        Environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "cache") };
        Configuration = Path.Combine(_folder.FullName, "nuget.config");
        var machine = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        new XElement(
            "configuration",
            new XElement("packageSources", isSource ? Add("jero-packed", feed.Folder) : null),
            new XElement("fallbackPackageFolders", Add("machine", machine))).Save(Configuration);

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
    }

    /// <summary>The folder of the project.</summary>
    public string Project { get; }

    public IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>The file of the package sources.</summary>
    public string Configuration { get; }

    /// <summary>The small app of this folder, which refers to the package.</summary>
    public static Consumer OfApp(Feed feed) => Of(feed, "App");

    /// <summary>An app of the files of some folders of this project.</summary>
    public static Consumer Of(Feed feed, params IEnumerable<string> folders)
    {
        var consumer = new Consumer(feed);
        foreach (var folder in folders)
        {
            Copy(feed, folder, consumer.Project);
        }

        return consumer;
    }

    private static void Copy(Feed feed, string folder, string target)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("tests", "Package.Tests", folder)))
        {
            File.WriteAllText(
                Path.Combine(target, Path.GetFileNameWithoutExtension(file)),
                File.ReadAllText(file).Replace("$JeroVersion$", feed.Version, StringComparison.Ordinal));
        }
    }

    /// <summary>Copies the small app into a folder.</summary>
    public static void CopyApp(Feed feed, string folder) => Copy(feed, "App", Directory.CreateDirectory(folder).FullName);

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
