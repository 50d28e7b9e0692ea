using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

public sealed class IncrementalityTests
{
    private const string Items =
        """
        namespace Shop;
        public sealed record Movie(int Id, string Title);
        public sealed record Person(int Id);
        """;

    private const string Movies =
        """
        namespace Shop;
        [Endpoint("/movies")]
        public sealed partial class MoviesEndpoint
        {
            public NDJSONStreamingResponse<Movie> Get(int? year) => throw new InvalidOperationException();
        }
        """;

    private const string People =
        """
        namespace Shop;
        [Endpoint("/people")]
        public sealed partial class PeopleEndpoint
        {
            public NDJSONStreamingResponse<Person> Get() => throw new InvalidOperationException();
        }
        """;

    private static GeneratorRun Start() => GeneratorRun.Start(Compilations.Create(Items, Movies, People));

    [Fact]
    public void Adding_an_unrelated_type_runs_no_step_anew() => GeneratorTest.AssertCached(Start().AfterUnrelatedEdit());

    [Fact]
    public void Editing_a_handler_body_generates_nothing_anew()
    {
        var first = Start();

        GeneratorTest.AssertNothingGeneratedAnew(first.After(first.Input.Edit("File1.cs", text => text.Replace("throw new InvalidOperationException()", "null!", StringComparison.Ordinal))));
    }

    [Fact]
    public void Editing_the_body_of_a_method_elsewhere_parses_no_endpoint_anew()
    {
        const string Other = "namespace Shop; public sealed class Other { public int Sum(int a) { return a; } public int Half => 2; public int this[int i] { get => i; } }";
        var first = GeneratorRun.Start(Compilations.Create(Items, Movies, People, Other));

        var second = first.After(first.Input.Edit("File3.cs", text => text
            .Replace("return a;", "var b = a; return b;", StringComparison.Ordinal)
            .Replace("=> 2;", "=> 3 + 4;", StringComparison.Ordinal)
            .Replace("get => i;", "get => i + 1;", StringComparison.Ordinal)));

        GeneratorTest.AssertCached(second);
        Assert.Equal(first.Outputs(TrackingNames.Parse), second.Outputs(TrackingNames.Parse), ReferenceEqualityComparer.Instance);
    }

    [Theory]
    [InlineData("a constant", "Route = \"/a\"", "Route = \"/b\"", "\"/b\"")]
    [InlineData(
        "a name that comes between", "namespace Shop.Inner; public sealed class Nothing",
        """
        namespace Shop.Inner;
        public sealed record Thing(string Other);
        public sealed class Nothing
        """,
        "Shop.Inner.Thing")]
    [InlineData("the nullability that a directive in a body switches", "#nullable enable", "#nullable disable", "")]
    [InlineData("a summary", "/// <summary>Old.</summary>", "/// <summary>New.</summary>", "New.")]
    public void Editing_a_declaration_that_an_endpoint_depends_on_parses_it_anew(string what, string before, string after, string expected)
    {
        Assert.NotEmpty(what);
        var first = GeneratorRun.Start(Compilations.Create(
            """
            namespace Shop { public static class Names { public static void Do() {
            #nullable enable
            } public const string Route = "/a"; }
            /// <summary>Old.</summary>
            public sealed record Thing(string Name); }
            """,
            "namespace Shop.Inner; public sealed class Nothing { }",
            """
            namespace Shop.Inner;
            [Endpoint(Names.Route)]
            public sealed partial class ThingsEndpoint { public NDJSONStreamingResponse<Thing> Get() => throw new InvalidOperationException(); }
            """));

        var second = first.After(first.Input.Edit("File0.cs", Edit).Edit("File1.cs", Edit));

        Assert.Contains(second.Files, file => file.Value.Contains(expected, StringComparison.Ordinal) && first.Files.GetValueOrDefault(file.Key) != file.Value);
        Assert.Equal(GeneratorRun.Start(second.Input.Afresh()).Files.OrderBy(file => file.Key, StringComparer.Ordinal), second.Files.OrderBy(file => file.Key, StringComparer.Ordinal));

        string Edit(string text) => text.Replace(before, after, StringComparison.Ordinal);
    }

    [Fact]
    public void Editing_a_body_of_another_part_of_the_class_looks_at_it_anew()
    {
        const string Lifecycle = "namespace Shop; public sealed partial class MoviesEndpoint { private static async IAsyncEnumerable<IAsyncEnumerable<Movie>> Open() { await Task.Yield(); yield return null!; } }";
        var first = GeneratorRun.Start(Compilations.Create(Items, Movies, People, Lifecycle));

        var second = first.After(first.Input.Edit("File3.cs", text => text.Replace("yield return null!;", "yield return null!; yield return null!;", StringComparison.Ordinal)));

        Assert.Empty(first.Diagnostics);
        Assert.Single(second.Diagnostics);
    }

    [Fact]
    public void Moving_an_endpoint_generates_nothing_anew()
    {
        var first = Start();

        GeneratorTest.AssertNothingGeneratedAnew(first.After(first.Input.Edit("File1.cs", text => text.Replace("[Endpoint", "\n\n[Endpoint", StringComparison.Ordinal))));
    }

    [Fact]
    public void Moving_a_mistake_reports_it_anew_and_generates_nothing_anew()
    {
        var first = GeneratorRun.Start(Compilations.Create(Items, Movies.Replace("Get(", "Fetch(", StringComparison.Ordinal), People));
        var second = first.After(first.Input.Edit("File1.cs", text => "\n\n" + text));

        Assert.Contains(IncrementalStepRunReason.Modified, second.Reasons(TrackingNames.Diagnostics));
        Assert.All(second.Reasons(TrackingNames.Endpoints), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(2, second.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line - first.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Editing_an_item_type_in_another_file_regenerates_its_JSON_and_no_other()
    {
        var first = Start();
        var second = first.After(first.Input.Edit("File0.cs", text => text.Replace("string Title", "string Title, int Year", StringComparison.Ordinal)));

        Assert.Contains("\\\"year\\\":", second.Files["JeroJson.Shop_Movie.g.cs"], StringComparison.Ordinal);
        Assert.Equal(first.Files["JeroJson.Shop_Person.g.cs"], second.Files["JeroJson.Shop_Person.g.cs"]);
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged],
            second.Reasons(TrackingNames.Definitions).Order());
        // What is mapped and resolved is the same: only its members have changed.
        Assert.Equal([IncrementalStepRunReason.Unchanged], second.Reasons(TrackingNames.Assembly));
    }

    [Fact]
    public void Adding_an_endpoint_leaves_the_others_alone()
    {
        var first = GeneratorRun.Start(Compilations.Create(Items, Movies));
        var second = first.After(first.Input.AddSyntaxTrees(Compilations.Parse(People, "File2.cs")));

        Assert.Equal(
            [IncrementalStepRunReason.New, IncrementalStepRunReason.Cached],
            second.Reasons(TrackingNames.Endpoints).Order());
        Assert.Contains("PeopleEndpoint", second.Files["MapJero.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_files_does_not_show_in_the_output()
    {
        var forward = GeneratorRun.Start(Compilations.Create(Items, Movies, People)).Files;
        var backward = GeneratorRun.Start(Compilations.Create(People, Movies, Items)).Files;

        Assert.Equal(forward.OrderBy(file => file.Key, StringComparer.Ordinal), backward.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_model_that_holds_a_symbol_is_found()
    {
        var symbol = Start().Input.GetTypeByMetadataName("Shop.Movie")!;

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ObjectGraph.AssertNoCompilerObject(new[] { new { Inner = (object)symbol } }));
    }
}
