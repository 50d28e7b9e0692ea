using System.Xml.Linq;

namespace Package.Tests;

/// <summary>Copies of the small app, each built with properties of its own, all by one command: most of what a build takes is its start.</summary>
internal sealed class Variants : IDisposable
{
    private readonly Consumer _consumer;

    /// <param name="feed">The packages.</param>
    /// <param name="properties">The properties of each copy, as in <c>LangVersion=12</c>; they are its name too.</param>
    public Variants(Feed feed, params IEnumerable<string> properties)
    {
        _consumer = new Consumer(feed);
        foreach (var property in properties)
        {
            Consumer.CopyApp(feed, Path.Combine(_consumer.Project, property));
        }

        static XElement Step(string target) => new(
            "MSBuild",
            new XAttribute("Projects", "@(App)"),
            new XAttribute("Targets", target),
            new XAttribute("Properties", "Step=" + target),
            new XAttribute("BuildInParallel", true),
            new XAttribute("ContinueOnError", "ErrorAndContinue"));
        new XElement(
            "Project",
            new XElement("ItemGroup", properties.Select(property =>
                new XElement("App", new XAttribute("Include", $"{property}/App.csproj"), new XAttribute("AdditionalProperties", property)))),
            new XElement("Target", new XAttribute("Name", "Build"), Step("Restore"), Step("Build"))).Save(Path.Combine(_consumer.Project, "all.proj"));
    }

    /// <summary>Builds them all; what has to succeed has no error in what this returns.</summary>
    public async Task<string> BuildAsync() => (await _consumer.TryAsync("msbuild", "all.proj", "-warnaserror", "-m")).Output;

    /// <summary>The ids of the errors of one copy.</summary>
    public static IEnumerable<string> ErrorsOf(string output, string property) => output.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) && line.Contains($"/{property}/App.csproj", StringComparison.Ordinal))
        .Select(line => line.Split(": error ")[1].Split(':')[0])
        .Distinct();

    /// <summary>The program of one copy.</summary>
    public string ProgramOf(string property) => Path.Combine(_consumer.Project, property, "bin", "Debug", "net10.0", "App.dll");

    public void Dispose() => _consumer.Dispose();
}
