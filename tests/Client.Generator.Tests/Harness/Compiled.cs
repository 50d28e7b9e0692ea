using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Client.Generator.Tests.Harness;

/// <summary>A client that was compiled as a project would: with System.Text.Json's own generator, and with every warning an error.</summary>
internal sealed class Compiled
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(static () =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Client.Generator.Tests", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path))]);
    private static readonly Lazy<IReadOnlyList<ISourceGenerator>> Generators = new(LoadGenerators);

    private readonly Assembly _assembly;

    private Compiled(Assembly assembly) => _assembly = assembly;

    /// <summary>Compiles sources; the test fails at the first warning.</summary>
    public static Compiled From(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            $"Generated{Guid.NewGuid():N}",
            sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, Parsing, path: $"{i}.cs")),
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        CSharpGeneratorDriver.Create(Generators.Value, parseOptions: Parsing).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out var said);
        using var library = new MemoryStream();
        var result = whole.Emit(library);
        var faults = said.Concat(result.Diagnostics).Where(static one => one.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)) + "\n" + sources[0]);
        library.Position = 0;
        return new Compiled(new AssemblyLoadContext(null, isCollectible: false).LoadFromStream(library));
    }

    /// <summary>Calls <c>Use.RunAsync</c> of the sources, which returns text.</summary>
    public async Task<string> RunAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var method = _assembly.GetType("Use", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
        return await (Task<string>)method.Invoke(null, [http, cancellationToken])!;
    }

    // The one that the SDK hands to the compiler; it is made for an older Roslyn and works with this one.
    private static List<ISourceGenerator> LoadGenerators()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.Combine(runtime, "../../../packs/Microsoft.NETCore.App.Ref");
        var file = Directory.EnumerateFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        return [.. new AnalyzerFileReference(Path.GetFullPath(file), new Loader()).GetGenerators(LanguageNames.CSharp)];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
