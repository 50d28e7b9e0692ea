using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests;

/// <summary>
/// The sources of the corpus and the endpoints of the samples as they look while they are being typed: cut behind a token, or with a token
/// left out. The generator never throws, and where the user's own files have no error the generated ones have none either.
/// </summary>
public sealed class TypingFuzzTests
{
    private const int Seed = 20261126;

    // All tokens would take many minutes. The seed picks a part that is another for each source and the same on each machine;
    // JERO_FUZZ_STRIDE=1 tries them all.
    private static readonly int Stride = int.TryParse(Environment.GetEnvironmentVariable("JERO_FUZZ_STRIDE"), out var stride) ? stride : 24;

    private static readonly CSharpCompilation Empty = Compilations.Create().AddSyntaxTrees(Compilations.Parse(
        """
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """,
        "Web.cs"));

    public static TheoryData<string> Sources => [.. Files("tests/Corpus").Concat(Files("samples").Where(IsEndpoint))];

    [Theory]
    [MemberData(nameof(Sources))]
    public void WhatIsBeingTypedNeverThrows(string name)
    {
        var text = Read(name);
        var surroundings = Empty.AddSyntaxTrees(Surroundings(name).Where(file => file != name).Select(file => Compilations.Parse(Read(file), file)));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new JeroGenerator().AsSourceGenerator()], parseOptions: Compilations.ParseOptions);
        foreach (var edited in Edits(text, name))
        {
            var tree = Compilations.Parse(edited, name);
            var compilation = surroundings.AddSyntaxTrees(tree);
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            var result = driver.GetRunResult().Results.Single();
            Assert.True(result.Exception is null, $"{result.Exception}\n\n{edited}");
            Assert.True(result.Diagnostics.All(diagnostic => diagnostic.Id != "JERO036"), $"{string.Join("\n", result.Diagnostics)}\n\n{edited}");
            if (!tree.GetDiagnostics(TestContext.Current.CancellationToken).Any(IsError))
            {
                AssertCompiles(compilation, result, edited);
            }
        }
    }

    private static void AssertCompiles(CSharpCompilation compilation, GeneratorRunResult result, string text)
    {
        if (compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken).Any(IsError))
        {
            return;
        }

        var generated = result.GeneratedSources.Select(source => source.SyntaxTree).ToHashSet();
        var faults = compilation.AddSyntaxTrees(generated).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .ToList();
        if (!faults.Exists(fault => IsError(fault) && !IsGenerated(fault)))
        {
            Assert.True(!faults.Exists(IsGenerated), $"{string.Join("\n", faults.Where(IsGenerated))}\n\n{text}\n\n{string.Join("\n\n", generated)}");
        }

        bool IsGenerated(Diagnostic fault) => fault.Location.SourceTree is { } tree && generated.Contains(tree);
    }

    private static IEnumerable<string> Edits(string text, string name)
    {
        var tokens = CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Select(token => token.Span)
            .Where(span => !span.IsEmpty)
            .ToList();
        var random = new Random(name.Aggregate(Seed, (seed, character) => unchecked((seed * 31) + character)));
        for (var i = random.Next(Stride); i < tokens.Count; i += 1 + random.Next((2 * Stride) - 1))
        {
            yield return text[..tokens[i].End];
            yield return text.Remove(tokens[i].Start, tokens[i].Length);
        }
    }

    // The corpus is a file a subject, beside what all of them use; a sample's endpoints use all of the sample.
    private static IEnumerable<string> Surroundings(string name) => name.StartsWith("tests/Corpus/", StringComparison.Ordinal)
        ? ["tests/Corpus/CorpusCase.cs", "tests/Corpus/Items.cs"]
        : Files(string.Join('/', name.Split('/').Take(2)));

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static bool IsEndpoint(string name) => Read(name).Contains("[Endpoint(", StringComparison.Ordinal);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string Read(string name) => File.ReadAllText(Path.Combine(Root, name));

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Jero.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
