using Generator.Tests.Harness;
using Jero.Generator;
using Jero.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests;

/// <summary>
/// A class is not parsed anew after an edit of a declaration that it cannot depend on, and it is after every edit that may give it another
/// result.
/// </summary>
public sealed class ReachTests
{
    private const string Endpoint =
        """
        namespace Shop.Web;
        using Shop.Items;
        [Endpoint(Routes.Things)]
        public sealed partial class ThingsEndpoint : Base
        {
            public NDJSONStreamingResponse<Thing> Get([FromQuery, Marked] int number) => throw new InvalidOperationException();
        }
        """;

    private const string Items =
        """
        namespace Shop.Items;
        public class Thing : Named
        {
            public Part? First { get; set; }
            public Short? Code { get; set; }
        }
        public abstract class Base { }
        public static class Routes { public const string Things = Roots.Root + "/things"; }
        """;

    private const string Deeper =
        """
        namespace Shop.Items;
        public class Named { public string? Name { get; set; } }
        public sealed record Part(int Id, Deep Inner);
        public static class Roots { public const string Root = "/a"; }
        """;

    private const string Deepest = "namespace Shop.Items; public sealed record Deep(int Value);";

    private const string Alias = "global using Short = Shop.Items.Long;";

    private const string Aliased = "namespace Shop.Items; public sealed record Long(int Value);";

    private const string Marked = "namespace Shop.Items; [AttributeUsage(AttributeTargets.All)] public sealed class MarkedAttribute : Attribute { }";

    private const string Other =
        """
        namespace Shop.Other;
        public sealed class Unrelated
        {
            public int Sum(int a) => a;
        }
        """;

    // The seed picks a part that is the same on each machine. JERO_FUZZ_STRIDE=1 tries every name.
    private static readonly int Stride = int.TryParse(Environment.GetEnvironmentVariable("JERO_FUZZ_STRIDE"), out var stride) ? stride : 60;

    public static TheoryData<string> Folders => WholeApps.Samples;

    public static TheoryData<string, string, string> Unrelated => new()
    {
        { "File3.cs", "int Sum(int a)", "long Sum(long a, string thing)" },
        { "File3.cs", "class Unrelated", "class Renamed" },
        { "File3.cs", "namespace Shop.Other;", "namespace Shop.Other;\nusing Shop.Items;\npublic interface IMore { Thing Thing { get; } }" },
        { "File3.cs", "namespace Shop.Other;", "namespace Shop.Elsewhere;" },
        { "New.cs", "", "namespace Shop.Web; public static class More { public static int Twice(this int number) => 2 * number; }" },
        { "New.cs", "", "namespace Shop.Web; [Endpoint(\"/more\")] public sealed partial class MoreEndpoint { public JSONResponse<int> Get() => new(1); }" },
        { "File3.cs", Other, "" },
    };

    public static TheoryData<string, string, string> Related => new()
    {
        // What the class names, and what that names.
        { "File1.cs", "Part? First", "Part[]? First" },
        { "File2.cs", "string? Name", "string? Title" },
        { "File2.cs", "int Id", "long Id" },
        { "File2.cs", "\"/a\"", "\"/b\"" },
        { "File5.cs", "int Value", "long Value" },
        { "File7.cs", "int Value", "long Value" },
        { "File4.cs", ": Attribute", ": System.ComponentModel.DataAnnotations.ValidationAttribute" },

        // A name that comes between.
        { "New.cs", "", "namespace Shop.Web; public sealed record Thing(int Other);" },
        { "New.cs", "", "namespace Shop.Web; public sealed class FromQueryAttribute : Attribute { }" },
        { "New.cs", "", "namespace Shop.Web; public class MarkedAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute { }" },
        { "New.cs", "", "namespace Shop.Web; public sealed class Routes { public const string Things = \"/others\"; }" },
        { "New.cs", "", "namespace Shop.Web.Thing; public sealed class Nothing { }" },
        { "New.cs", "", "public delegate void @Thing();" },
        { "New.cs", "", "namespace Shop.Web; public enum Th\\u0069ng { None }" },
        { "New.cs", "", "namespace Shop.Web { namespace Shop { namespace Items { } } }" },
        { "File3.cs", "namespace Shop.Other;", "namespace Shop.Web.Shop.Items;" },

        // Another part of the class, or of what it names.
        { "New.cs", "", "namespace Shop.Web; public sealed partial class ThingsEndpoint { public JSONResponse<int> Post() => new(1); }" },
        { "File1.cs", "class Thing", "partial class Thing" },

        // What the compiler or the generator looks for though no file names it.
        { "New.cs", "", "global using Part = System.Int32;" },
        { "New.cs", "", "[assembly: JeroJsonOptions(IncludeFields = true)]" },
        { "New.cs", "", "namespace Shop { public sealed class var { } }" },
        { "New.cs", "", "namespace Shop { public sealed class JeroContext { } }" },
        { "New.cs", "", "namespace System.Text.Json.Serialization { public sealed class JsonIgnoreAttribute : Attribute { } }" },
        { "New.cs", "", "namespace System.Other { }" },
        { "New.cs", "", "static class More { extension(string text) { public static string operator +(string one, int other) => one; } }" },
        { "New.cs", "", "static class More { public static int GetAwaiter(this int number) => number; }" },
    };

    [Theory]
    [MemberData(nameof(Unrelated))]
    public void An_edit_of_what_a_class_cannot_depend_on_keeps_it(string file, string before, string after)
    {
        var app = Create().Afresh();
        var first = ThingsOf(app);

        var edited = Edit(app, file, before, after);

        Assert.NotEqual<IEnumerable<SyntaxTree>>(app.SyntaxTrees, edited.SyntaxTrees);
        Assert.True(ReferenceEquals(first, ThingsOf(edited)), "The class was parsed anew.");
    }

    [Theory]
    [MemberData(nameof(Related))]
    public void An_edit_of_what_a_class_may_depend_on_parses_it_anew(string file, string before, string after)
    {
        var app = Create().Afresh();
        var first = ThingsOf(app);

        var second = ThingsOf(Edit(app, file, before, after));

        Assert.False(ReferenceEquals(first, second), "The class was kept.");
        Assert.Equal(Described(Results(Edit(app, file, before, after).Afresh())), Described(Results(Edit(app, file, before, after))));
    }

    [Fact]
    public void An_edit_after_others_that_did_not_concern_a_class_is_noticed()
    {
        var app = Create().Afresh();
        var first = ThingsOf(app);
        foreach (var (file, before, after) in ((string, string, string)[])[("File3.cs", "int Sum", "long Sum"), ("File3.cs", "class Unrelated", "class Thin"), ("New.cs", "", "class Nothing;")])
        {
            app = Edit(app, file, before, after);
            Assert.True(ReferenceEquals(first, ThingsOf(app)), "The class was parsed anew.");
        }

        Assert.False(ReferenceEquals(first, ThingsOf(Edit(app, "File3.cs", "class Thin", "class Thing"))), "A class of that name was not noticed.");
        Assert.False(ReferenceEquals(first, ThingsOf(Edit(app, "File2.cs", "int Id", "long Id"))), "An item's property was not noticed.");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void After_any_edit_of_a_sample_the_result_is_that_of_a_new_build(string folder) =>
        AssertSound(WholeApps.OfSample(folder), Stride);

    [Fact]
    public void After_any_edit_of_the_corpus_the_result_is_that_of_a_new_build() =>
        Assert.All(WholeApps.OfCorpus(), static app => AssertSound(app, 5 * Stride));

    // Names that an app uses, declared once more in one of its namespaces, and every few files once removed.
    private static void AssertSound(CSharpCompilation compilation, int stride)
    {
        var app = compilation.Afresh();
        var first = Results(app);
        Assert.NotEmpty(first);
        AssertSame("Unheard", "internal sealed class Unheard;", isUnrelated: true);
        var tokens = app.SyntaxTrees.SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens()).ToList();
        string[] names = [.. tokens.Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).Distinct().Order(StringComparer.Ordinal)];
        string[] spaces = [.. tokens.Select(token => token.Parent).OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString()).Distinct().Order(StringComparer.Ordinal), ""];
        for (var i = names.Length % stride; i < names.Length; i += stride)
        {
            var type = i % 3 == 0 ? $"public static class @{names[i]} {{ public const string Get = \"/\"; }}" : $"public sealed class @{names[i]} : System.Attribute {{ }}";
            var space = spaces[i % spaces.Length];
            AssertSame(names[i], space.Length > 0 ? $"namespace {space} {{ {type} }}" : type);
        }

        for (var i = 0; i < app.SyntaxTrees.Length; i += Math.Max(1, stride / 6))
        {
            Compared(app.RemoveSyntaxTrees(app.SyntaxTrees[i]), $"without {app.SyntaxTrees[i].FilePath}");
        }

        void AssertSame(string name, string text, bool isUnrelated = false)
        {
            var results = Compared(app.AddSyntaxTrees(Compilations.Parse(text, "New.cs")), $"with {name}");
            Assert.True(!isUnrelated || results.Exists(result => first.Contains(result, ReferenceEqualityComparer.Instance)), "An unrelated edit parses every class anew.");
        }

        static List<ParseResult> Compared(CSharpCompilation edited, string what)
        {
            var results = Results(edited);
            Assert.True(Described(results).SequenceEqual(Described(Results(edited.Afresh()))), $"A class has another result than in a new build: {what}");
            return results;
        }
    }

    private static CSharpCompilation Create() => Compilations.Create(Endpoint, Items, Deeper, Other, Marked, Deepest, Alias, Aliased);

    private static CSharpCompilation Edit(CSharpCompilation app, string file, string before, string after) =>
        before.Length == 0 ? app.AddSyntaxTrees(Compilations.Parse(after, file)) : app.Edit(file, text => text.Replace(before, after, StringComparison.Ordinal));

    // The driver does not show the result of a class from which nothing follows, neither a file nor a diagnostic.
    private static ParseResult? ThingsOf(CSharpCompilation app) => Results(app).Find(result => result.Location.SourceTree!.FilePath == "File0.cs");

    // A driver of its own, since one that goes on keeps what is equal: the same object comes from the cache alone.
    private static List<ParseResult> Results(CSharpCompilation app) => [.. GeneratorRun.Start(app).Outputs(TrackingNames.Parse).Cast<ParseResult>()];

    private static IEnumerable<(object? Endpoint, string Text)> Described(IEnumerable<ParseResult> results) => results.Select(result =>
        ((object?)result.Endpoint, $"{result.Location.GetLineSpan()} {string.Join(' ', result.Diagnostics.Select(found => found.ToDiagnostic()))}"));
}
