using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.GeneratorBenchmarks;

/// <summary>
/// An app of so many endpoints as a user's project has it: a file for each endpoint class, one for each item type, and as many that have
/// nothing to do with Jero. Every edit is a new one, so that nothing is found in a cache that an editor would not find there.
/// </summary>
internal sealed class App
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private int _edits;

    public App(int endpoints)
    {
        List<SyntaxTree> files = [Parse(Usings, "Usings.cs")];
        for (var i = 0; i < endpoints; i++)
        {
            files.Add(Parse(Endpoint(i, edit: 0), $"Endpoint{i}.cs"));
            files.Add(Parse(Unrelated(i, edit: 0), $"Unrelated{i}.cs"));
            if (i % 2 == 0)
            {
                files.Add(Parse(Item(i, edit: 0), $"Item{i}.cs"));
            }
        }

        Compilation = CSharpCompilation.Create(
            "Shop", files, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private App(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; private set; }

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new Generator.JeroGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    /// <summary>The same app, read anew: with nothing that the compiler or the generator has found out about it.</summary>
    public App Afresh() => new(Compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(Compilation.SyntaxTrees.Select(static tree => Parse(tree.ToString(), tree.FilePath))));

    /// <summary>Edits a method of a class that no endpoint knows.</summary>
    public void EditUnrelated() => Edit("Unrelated0.cs", Unrelated(0, ++_edits));

    /// <summary>Edits the signature of a method of such a class.</summary>
    public void EditUnrelatedDeclaration() => Edit("Unrelated1.cs", Unrelated(1, edit: 0).Replace("int Sum(", $"int Sum{++_edits}(", StringComparison.Ordinal));

    /// <summary>Edits the body of a handler.</summary>
    public void EditBody() => Edit("Endpoint0.cs", Endpoint(0, ++_edits));

    /// <summary>Adds a property to an item type, in the place of the one added before.</summary>
    public void EditItem() => Edit("Item0.cs", Item(0, ++_edits));

    private void Edit(string path, string text)
    {
        var old = Compilation.SyntaxTrees.First(tree => tree.FilePath == path);
        Compilation = Compilation.ReplaceSyntaxTree(old, Parse(text, path));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Jero;
        """;

    private static string Endpoint(int number, int edit) =>
        $$"""
        namespace Shop.Part{{number % 10}};

        /// <summary>Serves the items of number {{number}}.</summary>
        [Endpoint("/part{{number}}/{group}/items")]
        public sealed partial class Items{{number}}Endpoint(Store{{number}} store)
        {
            /// <summary>Every item of a group, one a line.</summary>
            public NDJSONStreamingResponse<Shop.Item{{number & ~1}}> Get(int group, string? name, int? year, DateOnly? since)
            {
                var limit = {{edit}} + group;
                return new(store.ReadAsync(limit).Where(item => item.Name != name && item.Number > (year ?? 0) && item.Since > since));
            }
        }

        public sealed class Store{{number}}
        {
            public async IAsyncEnumerable<Shop.Item{{number & ~1}}> ReadAsync(int limit)
            {
                await Task.Yield();
                yield break;
            }
        }
        """;

    private static string Item(int number, int edit) =>
        $$"""
        namespace Shop;

        /// <summary>An item.</summary>
        /// <param name="Number">Its number.</param>
        public sealed record Item{{number}}(
            long Number, string Name, string? Note, decimal Price, double Rating, DateOnly Since, bool IsOpen,
            Address{{number}} Address, IReadOnlyList<Line{{number}}> Lines{{(edit == 0 ? "" : $", int Edit{edit}")}});

        public sealed record Address{{number}}(string Street, string City, string? Country);

        public sealed record Line{{number}}(int Position, string Article, int Quantity, decimal Price);
        """;

    private static string Unrelated(int number, int edit) =>
        $$"""
        namespace Shop.Other;

        [Serializable]
        internal sealed class Unrelated{{number}}
        {
            [Obsolete("Not used.")]
            public int Sum(IEnumerable<int> numbers) => numbers.Where(number => number > {{edit}}).Sum();
        }
        """;
}
