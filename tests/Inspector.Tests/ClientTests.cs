using Inspector.Tests.App;
using Jero.Client.Tool.Commands;
using Jero.Client.Tool.Parsing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shared;

namespace Inspector.Tests;

/// <summary>The client that the page uses is what the tool makes of the inspector's endpoints.</summary>
public sealed class ClientTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "src/Jero.Inspector/Page");

    /// <summary>To accept a change, run this with ACCEPT_SNAPSHOTS=1 and read the difference in git.</summary>
    [Fact]
    public async Task It_is_generated()
    {
        await using var app = await InspectedApp.StartAsync(map: static app =>
        {
            app.MapGroup("").MapJeroInspector("").WithMetadata(new Described());
            app.MapJeroOpenApi("/inspector.json", static document =>
            {
                document.Title = "Inspector";
                document.Version = "1.0.0";
                document.Transform = static all =>
                {
                    var paths = all["paths"]!.AsObject();
                    foreach (var path in paths.Select(static path => path.Key).Except(Paths).ToList())
                    {
                        paths.Remove(path);
                    }
                };
            });
        });
        var document = await app.Client.GetStringAsync("/inspector.json", TestContext.Current.CancellationToken);
        var findings = new Findings();
        var arguments = GenerateArguments.Parse(
            ["inspector.json", "--language", "javascript", "--output", Path.Combine(Page, "client.js")]);

        var files = GenerateCommand.Generate(arguments, document, findings);

        Assert.Empty(findings.All);
        foreach (var (path, text) in files!)
        {
            if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
            {
                await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            }

            var isTheSame = File.Exists(path) && await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) == text;
            Assert.True(isTheSame, $"{path} is not what the tool makes; ACCEPT_SNAPSHOTS=1 writes it.");
        }
    }

    private static readonly string[] Paths =
    [
        "/session", "/overview", "/streams", "/streams/{id}", "/streams/{id}/stop", "/ended", "/topics", "/publications",
    ];

    private sealed class Described : IExcludeFromDescriptionMetadata
    {
        public bool ExcludeFromDescription => false;
    }
}
