namespace Package.Tests;

/// <summary>A project with clients of each language, built as its user goes on: most of what a build takes is its start, so all tests share these.</summary>
public sealed class ShopBuild(Feed feed) : IAsyncLifetime
{
    private readonly Consumer _consumer = Consumer.Of(feed, "Shop");

    /// <summary>What the program printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>What the first build has made: the clients by their paths, and the program.</summary>
    public IReadOnlyDictionary<string, string> Clients { get; private set; } = new Dictionary<string, string>();

    /// <summary>When each of them, and the program, was written by the first build, and by the second.</summary>
    public (IReadOnlyList<DateTime> First, IReadOnlyList<DateTime> Second) Written { get; private set; }

    /// <summary>What an editor gets that asks what would be compiled.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>How a build ends whose document has a mistake.</summary>
    public (int ExitCode, string Output) Mistaken { get; private set; }

    /// <summary>What the tool says of a file that a build has made.</summary>
    public (int ExitCode, string Output) Checked { get; private set; }

    public string PathOf(string name) => Path.Combine(_consumer.Project, name);

    public async ValueTask InitializeAsync()
    {
        await _consumer.RunAsync("build", "-warnaserror");
        string[] clients = ["obj/Debug/net10.0/JeroClient/filmsFilmsClient.g.cs", "web/films.ts", "site/films.js", "site/films.d.ts"];
        Clients = clients.ToDictionary(name => name, name => File.ReadAllText(PathOf(name)));
        Printed = await _consumer.RunAsync("exec", PathOf("bin/Debug/net10.0/Shop.dll"));
        var first = TimesOf(clients);
        await _consumer.RunAsync("build", "-warnaserror");
        Written = (first, TimesOf(clients));

        await _consumer.RunAsync(
            "tool", "install", "Jero.Client.Tool", "--version", feed.Version, "--tool-path", PathOf("tools"), "--configfile", _consumer.Configuration);
        Checked = await TryToolAsync("films.json", "--language", "typescript", "--class", "FilmsClient", "--output", "web/films.ts", "--check");

        File.Delete(PathOf(clients[0]));
        Asked = await _consumer.RunAsync(
            "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");

        _consumer.Edit("films.json", "schemas/Film\"", "schemas/Filn\"");
        Mistaken = await _consumer.TryAsync("build", "-warnaserror");
    }

    public ValueTask DisposeAsync()
    {
        _consumer.Dispose();
        return ValueTask.CompletedTask;
    }

    private List<DateTime> TimesOf(string[] clients) => [.. clients.Append("bin/Debug/net10.0/Shop.dll").Select(name => File.GetLastWriteTimeUtc(PathOf(name)))];

    private async Task<(int ExitCode, string Output)> TryToolAsync(params IEnumerable<string> arguments)
    {
        await using var process = new ChildProcess(PathOf("tools/jero-client"), arguments, _consumer.Project, []);
        await process.WaitForExitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, process.Output);
    }
}
