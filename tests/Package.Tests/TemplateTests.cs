using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shared;

namespace Package.Tests;

/// <summary>`dotnet new jero-api`, with a list of installed templates of its own.</summary>
public sealed partial class TemplateTests(Feed feed)
{
    [Fact]
    public async Task The_template_of_the_folder_builds_passes_its_tests_and_runs()
    {
        using var consumer = new Consumer(feed);
        // No identifier: the code takes its names from what C# makes of it.
        var solution = await CreateAsync(consumer, Repository.Path("templates", "jero-api"), "my-api", "--jero-version", feed.Version);

        await Sdk.RunAsync(solution, consumer.Environment, "build", "-warnaserror");
        var tests = await Sdk.RunAsync(solution, consumer.Environment, "test", "--no-build");
        Assert.Matches(@"succeeded: [1-9]", tests);

        await using var app = await RunningApp.StartAsync(
            Tool.DotNet, [ProgramOf(solution, "my-api")], Path.Combine(solution, "my-api"), consumer.Environment);
        var lines = await app.Client.GetStringAsync("/readings?count=2", TestContext.Current.CancellationToken);
        Assert.Equal(2, lines.Count(character => character == '\n'));
        using var events = new StreamReader(await app.Client.GetStreamAsync("/readings/live", TestContext.Current.CancellationToken));
        Assert.Equal("event: reading", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Contains("\"itemSchema\"", await app.Client.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_namespace_is_the_name_as_CSharp_can_write_it()
    {
        (string Name, string Namespace)[] names = Effort.Of<(string, string)[]>(
            [("Shop", "Shop"), ("My-Shop.Api", "My_Shop.Api"), ("1shop", "_1shop"), ("my shop", "my_shop")],
            atDesk: [("1 my-Shop.Api", "_1_my_Shop.Api")]);
        using var consumer = new Consumer(feed);
        await InstallAsync(consumer, Repository.Path("templates", "jero-api"));
        foreach (var (name, expected) in names)
        {
            var solution = await CreateInstalledAsync(consumer, name, "--jero-version", feed.Version);
            var namespaces = Directory.EnumerateFiles(solution, "*.cs", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal([$"namespace {expected}.Tests;", $"namespace {expected};"], namespaces);
        }

        await BuildAllAsync(consumer, expected: 2 * names.Length);
    }

    // That without options is built by the tests beside this one. At a desk there is the combination that has all.
    [Fact]
    public async Task Each_combination_of_options_builds_and_the_client_reads_what_the_api_streams()
    {
        using var consumer = new Consumer(feed);
        await InstallAsync(consumer, Repository.Path("templates", "jero-api"));
        var solution = await CreateInstalledAsync(consumer, "My-Shop", "--topic", "--client", "--jero-version", feed.Version);
        if (Effort.Of(true, atDesk: false))
        {
            await CreateInstalledAsync(consumer, "Alone", "--topic", "--jero-version", feed.Version);
            await CreateInstalledAsync(consumer, "Read", "--client", "--jero-version", feed.Version);
            await BuildAllAsync(consumer, expected: 2 + 3 + 3);
        }

        Assert.DoesNotContain("#if", string.Concat(FilesOf(consumer.Project).Where(IsSource).Select(file => File.ReadAllText(Path.Combine(consumer.Project, file)))), StringComparison.Ordinal);
        await Sdk.RunAsync(solution, consumer.Environment, "build", "-warnaserror");
        var tests = await Sdk.RunAsync(solution, consumer.Environment, "test", "--no-build");
        Assert.Matches(@"succeeded: 4", tests);

        await using var app = await RunningApp.StartAsync(Tool.DotNet, [ProgramOf(solution, "My-Shop")], Path.Combine(solution, "My-Shop"), consumer.Environment);
        await using var client = Sdk.Start(solution, consumer.Environment, ProgramOf(solution, "My-Shop.Client"), app.Client.BaseAddress!.ToString());
        await app.UntilAsync(() => Task.FromResult(client.Output.Contains("reading 2: 22 °C", StringComparison.Ordinal)), "the client has two live readings");
        Assert.StartsWith("1: 21 °C\n2: 22 °C\n3: 23 °C\nalarm: The window is open.\nreading 1: 21 °C\n", client.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        static bool IsSource(string file) => Path.GetExtension(file) is ".cs" or ".csproj" or ".slnx";
    }

    // What docs/install.md says under "From a clone", in a cache that has never seen Jero.
    [Fact]
    public async Task The_packages_of_a_clone_are_found_once_their_folder_is_a_source()
    {
        using var consumer = new Consumer(feed, isSource: false);
        await consumer.RunAsync("nuget", "add", "source", feed.Folder, "--name", "jero-local", "--configfile", consumer.Configuration);

        var solution = await CreateAsync(consumer, Path.Combine(feed.Folder, $"Jero.Templates.{feed.Version}.nupkg"), "Shop");

        await Sdk.RunAsync(solution, consumer.Environment, "build", "-warnaserror");
    }

    [Fact]
    public async Task The_packed_template_refers_to_Jero_of_its_own_version()
    {
        using var consumer = new Consumer(feed);
        var fromPackage = await CreateAsync(consumer, Path.Combine(feed.Folder, $"Jero.Templates.{feed.Version}.nupkg"), "Shop");

        var project = await File.ReadAllTextAsync(Path.Combine(fromPackage, "Shop", "Shop.csproj"), TestContext.Current.CancellationToken);
        Assert.Contains($"<PackageReference Include=\"Jero\" Version=\"{feed.Version}\" />", project, StringComparison.Ordinal);
        var expected = FilesOf(Repository.Path("templates", "jero-api"))
            .Where(file => !file.StartsWith(".template.config", StringComparison.Ordinal) && !file.Contains("Alarm", StringComparison.Ordinal) && !file.Contains("Client", StringComparison.Ordinal));
        Assert.Equal(expected.Select(file => file.Replace("Jero-Api", "Shop", StringComparison.Ordinal)).Order(StringComparer.Ordinal), FilesOf(fromPackage));
    }

    [Fact]
    public void The_template_names_no_package_feed()
    {
        foreach (var file in FilesOf(Repository.Path("templates")))
        {
            Assert.DoesNotMatch(FeedAddress(), File.ReadAllText(Repository.Path("templates", file)));
        }
    }

    // One solution of them all, since most of what a build takes is its start.
    private static async Task BuildAllAsync(Consumer consumer, int expected)
    {
        var projects = Directory.EnumerateFiles(consumer.Project, "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.Equal(expected, projects.Count);
        new XElement("Solution", projects.Select(project => new XElement("Project", new XAttribute("Path", project)))).Save(Path.Combine(consumer.Project, "all.slnx"));
        await consumer.RunAsync("build", "all.slnx", "-warnaserror");
    }

    private static string ProgramOf(string solution, string project) => Path.Combine(solution, project, "bin", "Debug", "net10.0", project + ".dll");

    private static async Task<string> CreateAsync(Consumer consumer, string source, string name, params IEnumerable<string> arguments)
    {
        await InstallAsync(consumer, source);
        return await CreateInstalledAsync(consumer, name, arguments);
    }

    private static Task<string> InstallAsync(Consumer consumer, string source) => consumer.RunAsync(["new", "install", source, .. HiveOf(consumer)]);

    private static async Task<string> CreateInstalledAsync(Consumer consumer, string name, params IEnumerable<string> arguments)
    {
        await consumer.RunAsync(["new", "jero-api", "-n", name, "-o", name, .. arguments, .. HiveOf(consumer)]);
        return Path.Combine(consumer.Project, name);
    }

    private static string[] HiveOf(Consumer consumer) => ["--debug:custom-hive", Path.Combine(consumer.Project, "hive")];

    private static string[] FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"v3/index\.json|packageSources|RestoreSources|nuget\.org", RegexOptions.IgnoreCase)]
    private static partial Regex FeedAddress();
}
