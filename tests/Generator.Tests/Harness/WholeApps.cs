using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shared;

namespace Generator.Tests.Harness;

/// <summary>The samples and the corpus of this repository as compilations.</summary>
internal static class WholeApps
{
    /// <summary>The folders of the samples that are servers.</summary>
    public static TheoryData<string> Samples => ["samples/Movies", "samples/Assistant", "samples/Notifications"];

    public static CSharpCompilation OfSample(string folder) =>
        Compilations.Create().AddSyntaxTrees(SourcesOf(folder).Append(("Web.cs", Compilations.WebUsings)).Select(Parse));

    /// <summary>An app for each file of the corpus, beside what all of them use. One app of all of them takes the driver minutes to record.</summary>
    public static IEnumerable<CSharpCompilation> OfCorpus()
    {
        string[] shared = ["tests/Corpus/CorpusCase.cs", "tests/Corpus/Items.cs"];
        var sources = SourcesOf("tests/Corpus").ToList();
        var surroundings = Compilations.Create().AddSyntaxTrees(sources.Where(source => shared.Contains(source.Path)).Select(Parse));
        return sources
            .Where(source => !shared.Contains(source.Path) && source.Text.Contains("[Endpoint(", StringComparison.Ordinal))
            .Select(source => surroundings.AddSyntaxTrees(Parse(source)));
    }

    private static IEnumerable<(string Path, string Text)> SourcesOf(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
        .Where(source => !source.Path.Contains("/obj/", StringComparison.Ordinal) && !source.Path.Contains("/bin/", StringComparison.Ordinal));

    private static SyntaxTree Parse((string Path, string Text) source) => Compilations.Parse(source.Text, source.Path);
}
