using System.Reflection;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(Package.Tests.Feed))]

namespace Package.Tests;

/// <summary>A folder with the packages of this build, under a version that no cache has seen.</summary>
public sealed class Feed : IAsyncLifetime
{
    private static readonly string Configuration = typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Configuration").Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-packages-");

    private CompilerServer? _compiler;

    public string Folder => _folder.FullName;

    public string Version { get; } = $"99.0.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    public string Package => Path.Combine(Folder, $"Jero.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        _compiler = await CompilerServer.StartAsync();
        await PackAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_compiler is not null)
        {
            await _compiler.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    // One command packs them all, because a small build spends most of its time on its start.
    private async Task PackAsync()
    {
        string[] projects =
        [
            Repository.Path("src", "Jero.Runtime", "Jero.Runtime.csproj"), Repository.Path("src", "Jero.Testing", "Jero.Testing.csproj"),
            Repository.Path("src", "Jero.Inspector", "Jero.Inspector.csproj"), Repository.Path("src", "Jero.Client", "Jero.Client.csproj"),
            Repository.Path("src", "Jero.Client.Tool", "Jero.Client.Tool.csproj"),
            Repository.Path("templates", "Jero.Templates.csproj"),
        ];
        // What `dotnet pack --no-build` sets.
        var properties = $"_IsPacking=true;NoBuild=true;Configuration={Configuration};PackageOutputPath={Folder};MinVerVersionOverride={Version}";
        var all = Path.Combine(Folder, "pack.proj");
        new XElement(
            "Project",
            new XElement(
                "Target",
                new XAttribute("Name", "Pack"),
                new XElement(
                    "MSBuild",
                    new XAttribute("Projects", string.Join(';', projects)),
                    new XAttribute("Targets", "Pack"),
                    new XAttribute("Properties", properties),
                    new XAttribute("BuildInParallel", true)))).Save(all);
        await Sdk.RunAsync(Repository.Root, new Dictionary<string, string?>(), "msbuild", all, "-t:Pack", "-m", "-v:quiet");
        File.Delete(all);
    }
}
