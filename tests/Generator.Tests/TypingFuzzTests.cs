using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shared;

namespace Generator.Tests;

/// <summary>
/// The sources of the corpus, the endpoints of the samples, and sources of syntax that these have none of, as they look while they are being typed: cut behind a token, or with a token
/// left out. The generator never throws, and where the user's own files have no error the generated ones have none either.
/// </summary>
public sealed class TypingFuzzTests
{
    private const int Seed = 20261126;

    // Short sources of much syntax, which are tried more closely.
    private const string Own = "tests/Generator.Tests/Typing";

    // All tokens would take many minutes. The seed picks a part that is another for each source and the same on each machine;
    // JERO_FUZZ_STRIDE=1 tries them all.
    private static readonly int Stride = int.TryParse(Environment.GetEnvironmentVariable("JERO_FUZZ_STRIDE"), out var stride) ? stride : 480;

    private static readonly CSharpCompilation Empty = Compilations.Create().AddSyntaxTrees(Compilations.Parse(Compilations.WebUsings, "Web.cs"));

    public static TheoryData<string> Sources => [.. Files(Own).Concat(Files("tests/Corpus")).Concat(Files("samples").Where(IsEndpoint))];

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
                AssertCompiles(compilation, tree, result);
            }
        }
    }

    // Most edits are a mistake in their own file; the files around them are only looked at where a generated one has a fault.
    private static void AssertCompiles(CSharpCompilation compilation, SyntaxTree edited, GeneratorRunResult result)
    {
        var generated = result.GeneratedSources.Select(source => source.SyntaxTree).ToList();
        var whole = compilation.AddSyntaxTrees(generated);
        if (Faults(edited).Exists(IsError))
        {
            return;
        }

        var faults = generated.SelectMany(Faults).ToList();
        if (faults.Count > 0 && !compilation.SyntaxTrees.SelectMany(Faults).Any(IsError))
        {
            Assert.Fail($"{string.Join("\n", faults)}\n\n{edited}\n\n{string.Join("\n\n", generated)}");
        }

        List<Diagnostic> Faults(SyntaxTree tree) => [.. whole.GetSemanticModel(tree).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)
            .Where(fault => fault.Severity >= DiagnosticSeverity.Warning && !fault.IsSuppressed)];
    }

    private static IEnumerable<string> Edits(string text, string name)
    {
        var tokens = CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens(descendIntoTrivia: true)
            .Select(token => token.Span)
            .Where(span => !span.IsEmpty)
            .ToList();
        var random = new Random(name.Aggregate(Seed, (seed, character) => unchecked((seed * 31) + character)));
        var stride = name.StartsWith(Own, StringComparison.Ordinal) ? Math.Max(1, Stride / 3) : Stride;
        for (var i = random.Next(stride); i < tokens.Count; i += 1 + random.Next((2 * stride) - 1))
        {
            yield return text[..tokens[i].End];
            yield return text.Remove(tokens[i].Start, tokens[i].Length);
        }
    }

    // The corpus is a file a subject, beside what all of them use; a sample's endpoints use all of the sample.
    private static IEnumerable<string> Surroundings(string name) => name.StartsWith("tests/Corpus/", StringComparison.Ordinal)
        ? ["tests/Corpus/CorpusCase.cs", "tests/Corpus/Items.cs"]
        : name.StartsWith(Own, StringComparison.Ordinal) ? []
        : Files(string.Join('/', name.Split('/').Take(2)));

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static bool IsEndpoint(string name) => Read(name).Contains("[Endpoint(", StringComparison.Ordinal);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, name));
}
