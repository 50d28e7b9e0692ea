using System.Reflection;

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
        await PackAsync("src", "Jero.Runtime");
        await PackAsync("src", "Jero.Testing");
        await PackAsync("src", "Jero.Inspector");
        await PackAsync("src", "Jero.Client");
        await PackAsync("src", "Jero.Client.Tool");
        await PackAsync("templates");
    }

    public async ValueTask DisposeAsync()
    {
        if (_compiler is not null)
        {
            await _compiler.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private Task<string> PackAsync(params ReadOnlySpan<string> project) => Sdk.RunAsync(
        Repository.Root,
        new Dictionary<string, string?>(),
        "pack", Repository.Path(project), "--no-build", "-c", Configuration, "-o", Folder, $"-p:MinVerVersionOverride={Version}", "-v", "quiet");
}
