using System.Text.RegularExpressions;
using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Shared;

namespace Generator.Tests.Docs;

/// <summary>
/// Every C# block of a page compiles, in a web project with implicit usings, together with the page's first block, which holds what the
/// others share.
/// </summary>
public sealed partial class SnippetTests
{
    private static readonly string[] Pages =
    [
        "README.md", "docs/install.md", "docs/aot.md", "docs/streaming.md", "docs/requests.md", "docs/operating.md", "docs/json.md", "docs/openapi.md", "docs/authorization.md",
        "docs/topics.md",
        "src/Jero.Runtime/Package/README.md",
    ];

    /// <summary>What the README leaves to the reader.</summary>
    private const string ReadmeStore =
        """
        public sealed class MovieStore
        {
            public IAsyncEnumerable<Movie> ReadAsync(int? year) => throw new NotImplementedException();

            public IAsyncEnumerable<Movie> FollowAsync(string? after, CancellationToken token = default) => throw new NotImplementedException();
        }
        """;

    public static TheoryData<string, int> Snippets()
    {
        var snippets = new TheoryData<string, int>();
        foreach (var page in Pages)
        {
            for (var i = 0; i < Read(page).Length; i++)
            {
                snippets.Add(page, i);
            }
        }

        return snippets;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Every_snippet_compiles_without_a_warning(string page, int number)
    {
        var snippets = Read(page);
        string[] files = number == 0 ? [snippets[0]] : [snippets[0], snippets[number]];
        var compilation = Compilations.Create(page == "README.md" ? [.. files, ReadmeStore] : files).Edit("Usings.cs", _ => Compilations.WebUsings);
        var isProgram = compilation.SyntaxTrees.Any(tree =>
            tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.OfType<GlobalStatementSyntax>().Any());
        var run = GeneratorRun.Start(isProgram ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => !diagnostic.IsSuppressed);
        GeneratorTest.AssertCompiles(run);
        Assert.Empty(await run.Output.WithAnalyzers([new SourceAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }

    private static string[] Read(string page) => [.. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
