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
