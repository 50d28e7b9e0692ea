using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shared;

namespace Generator.Tests.Architecture;

/// <summary>The sources of a project, bound, and what each of them uses of the others.</summary>
internal sealed class ProjectSources
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ConcurrentDictionary<string, Lazy<ProjectSources>> Known = new();

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<SyntaxTree, (string Path, string Folder)> _files = [];

    private ProjectSources(string project)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        foreach (var (path, folder) in Find(project))
        {
            _files.Add(CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, path)), options, path), (path, folder));
        }

        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Jero.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            project,
            [.. _files.Keys, CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Uses = [.. FindUses()];
    }

    /// <summary>The folders that hold a file, relative to the project; the root is empty.</summary>
    public IEnumerable<string> Folders => _files.Values.Select(static file => file.Folder).Distinct();

    /// <summary>Every use of a type or a member that another folder declares.</summary>
    public IReadOnlyList<Use> Uses { get; }

    /// <param name="project">Its folder, relative to the repository.</param>
    public static ProjectSources Of(string project) => Known.GetOrAdd(project, new Lazy<ProjectSources>(() => new(project))).Value;

    private IEnumerable<Use> FindUses()
    {
        foreach (var (tree, (path, folder)) in _files)
        {
            var model = _compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().Where(static node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                if (model.GetSymbolInfo(node).Symbol is { } symbol && FolderOf(symbol) is { } used && used != folder)
                {
                    yield return new Use(path, tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, folder, used, symbol.ToDisplayString());
                }
            }
        }
    }

    // Of a type with halves in several folders the highest is its own.
    private string? FolderOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol or IAliasSymbol => null,
        ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or ILabelSymbol or IRangeVariableSymbol => null,
        IMethodSymbol { ReducedFrom: { } extension } => FolderOf(extension),
        _ => symbol.OriginalDefinition.DeclaringSyntaxReferences
            .Where(declaration => _files.ContainsKey(declaration.SyntaxTree))
            .Select(declaration => _files[declaration.SyntaxTree].Folder)
            .MinBy(static folder => folder.Length)
            ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } ? FolderOf(symbol.ContainingType) : null),
    };

    private static IEnumerable<(string Path, string Folder)> Find(string project)
    {
        var root = Path.Combine(Repository.Root, project);
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (!path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            {
                yield return ($"{project}/{path}", Path.GetDirectoryName(path)!.Replace('\\', '/'));
            }
        }

        // Files that it shares with another project.
        foreach (var linked in XDocument.Load(Directory.EnumerateFiles(root, "*.csproj").Single()).Descendants("Compile"))
        {
            if (linked.Attribute("LinkBase") is { } folder)
            {
                var file = Path.GetFullPath(Path.Combine(root, linked.Attribute("Include")!.Value));
                yield return (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), folder.Value);
            }
        }
    }

    /// <param name="Path">Of the file, relative to the repository.</param>
    /// <param name="Line">Its first is 1.</param>
    /// <param name="From">The folder of the file.</param>
    /// <param name="To">The folder that declares what is used.</param>
    /// <param name="Symbol">What is used.</param>
    internal sealed record Use(string Path, int Line, string From, string To, string Symbol);
}
