using Generator.Tests.Harness;
using Jero.Generator;
using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests;

/// <summary>
/// A class is not parsed anew after an edit that declares nothing. That is sound only as long as no parser looks at what such an edit
/// changes in another file.
/// </summary>
public sealed class DeclarationTests
{
    private const string Endpoint =
        """
        namespace Shop;
        [Endpoint("/things")]
        public sealed partial class ThingsEndpoint : Base
        {
            public NDJSONStreamingResponse<Thing> Get() => throw new InvalidOperationException();
        }
        """;

    private const string Item =
        """
        namespace Shop;
        public class Thing
        {
            // A comment.
            public int Id { get; set; } = 1;
            public string Name => "name";
            private static readonly object Lock = new();
            public const string Text = "text";
        }
        public abstract class Base
        {
            protected Base() { }
            public int Sum(int a) { return a; }
            public int this[int i] { get => i; }
            public JSONResponse<int> Post() { return new(1); }
            private static async IAsyncEnumerable<IAsyncEnumerable<Thing>> Open() { await Task.Yield(); yield return null!; }
        }
        """;

    public static TheoryData<string> Folders => WholeApps.Samples;

    [Theory]
    [InlineData("return a;", "var b = a; return b;")]
    [InlineData("get => i;", "get => i + 1;")]
    [InlineData("=> \"name\";", "=> \"other\";")]
    [InlineData("= 1;", "= 2;")]
    [InlineData("= new();", "= new string('a', 3);")]
    [InlineData("// A comment.", "// Another comment.\n\n")]
    [InlineData("    private", "\tprivate")]
    public void An_edit_that_declares_nothing_parses_no_class_anew(string before, string after) =>
        Assert.True(IsKept(Compilations.Create(Item, Endpoint), app => app.Edit("File0.cs", text => text.Replace(before, after, StringComparison.Ordinal))));

    [Theory]
    [InlineData("Id", "Key")]
    [InlineData("\"text\"", "\"other\"")]
    [InlineData("// A comment.", "/// <summary>A comment.</summary>")]
    [InlineData("// A comment.", "#nullable disable")]
    [InlineData("=> \"name\";", "{ get; }")]
    [InlineData("=> \"name\";", "=> field;")]
    public void An_edit_that_declares_something_else_does(string before, string after) =>
        Assert.False(IsKept(Compilations.Create(Item, Endpoint), app => app.Edit("File0.cs", text => text.Replace(before, after, StringComparison.Ordinal))));

    [Fact]
    public void A_file_that_is_called_a_generated_one_is_another() => Assert.False(IsKept(
        Compilations.Create(Item, Endpoint),
        app =>
        {
            var tree = app.SyntaxTrees.Single(tree => tree.FilePath == "File0.cs");
            return app.ReplaceSyntaxTree(tree, Compilations.Parse(tree.ToString(), "File0.g.cs"));
        }));

    [Fact]
    public void Top_level_statements_declare_nothing() => Assert.True(IsKept(
        Compilations.Create(Item, Endpoint, "Console.WriteLine(1);").WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication)),
        app => app.Edit("File2.cs", text => text + "Console.WriteLine(2);")));

    [Theory]
    [InlineData("return a;", "return -a;", true)]
    [InlineData("int Id", "long Id", false)]
    public void An_edit_in_a_project_that_is_referred_to_counts_as_one_in_this(string before, string after, bool isKept)
    {
        var items = Compilations.Create(Item).WithAssemblyName("Items");
        var app = Compilations.Create(Endpoint).AddReferences(items.ToMetadataReference());

        Assert.Equal(isKept, IsKept(app, one => one.ReplaceReference(
            one.References.OfType<CompilationReference>().Single(),
            items.Edit("File0.cs", text => text.Replace(before, after, StringComparison.Ordinal)).ToMetadataReference())));
    }

    [Fact]
    public void A_class_about_which_there_is_something_to_say_is_kept_too() => Assert.True(IsKept(
        Compilations.Create(Item, Endpoint.Replace("Get(", "Fetch(", StringComparison.Ordinal)),
        app => app.Edit("File0.cs", text => text.Replace("return a;", "return -a;", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_class_of_a_sample_depends_on_the_bodies_of_other_files(string folder) =>
        AssertIndependent(WholeApps.OfSample(folder));

    [Fact]
    public void No_class_of_the_corpus_depends_on_the_bodies_of_other_files() => Assert.All(WholeApps.OfCorpus(), AssertIndependent);

    [Fact]
    public void No_class_depends_on_the_bodies_of_its_base() => AssertIndependent(Compilations.Create(Item, Endpoint));

    // A driver of its own, since one that goes on keeps what is equal: the same object comes from the cache alone.
    private static bool IsKept(CSharpCompilation app, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var first = GeneratorRun.Start(app.Afresh());
        var edited = edit(first.Input);
        Assert.NotEqual(first.Input.SyntaxTrees.Concat(Referred(first.Input)), edited.SyntaxTrees.Concat(Referred(edited)));
        var second = GeneratorRun.Start(edited);
        return ReferenceEquals(first.Outputs(TrackingNames.Parse).Single(), second.Outputs(TrackingNames.Parse).Single());
    }

    private static IEnumerable<SyntaxTree> Referred(CSharpCompilation app) =>
        app.References.OfType<CompilationReference>().SelectMany(reference => reference.Compilation.SyntaxTrees);

    // Every two files are told apart by some bit of their numbers: the one keeps its bodies where the other loses them.
    private static void AssertIndependent(CSharpCompilation app)
    {
        var expected = Results(app.SyntaxTrees, app);
        Assert.NotEmpty(expected);
        for (var bit = 1; bit < app.SyntaxTrees.Length; bit <<= 1)
        {
            foreach (var kept in (bool[])[true, false])
            {
                var trees = app.SyntaxTrees
                    .Select((tree, i) => (i & bit) != 0 == kept ? tree : Compilations.Parse(WithoutBodies(tree), tree.FilePath))
                    .ToList();
                foreach (var (path, result) in Results(trees, app).Where(part => trees.Exists(tree => tree.FilePath == part.Key && app.ContainsSyntaxTree(tree))))
                {
                    Assert.True(expected[path].SequenceEqual(result), $"{path} is another one without the bodies of other files.");
                }
            }
        }
    }

    private static Dictionary<string, List<(object? Endpoint, string Diagnostics)>> Results(IEnumerable<SyntaxTree> trees, CSharpCompilation app) =>
        GeneratorRun.Start(app.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).Afresh()).Outputs(TrackingNames.Parse).Cast<ParseResult>()
            .GroupBy(result => result.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(result => ((object?)result.Endpoint, string.Join(' ', result.Diagnostics.Select(found => found.ToDiagnostic())))).ToList());

    private static string WithoutBodies(SyntaxTree tree)
    {
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var text = tree.ToString();
        foreach (var node in root.DescendantNodes(static node => !DeclaredText.IsUnseen(node)).Where(DeclaredText.IsUnseen).Reverse())
        {
            var instead = node switch
            {
                BlockSyntax => "{ throw null!; }",
                ArrowExpressionClauseSyntax => "=> throw null!",
                EqualsValueClauseSyntax => "= default!",
                _ => ";",
            };
            text = text[..node.Span.Start] + instead + text[node.Span.End..];
        }

        return text;
    }
}
