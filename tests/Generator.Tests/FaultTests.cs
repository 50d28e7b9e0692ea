using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>A fault of the generator's own is an error at the user's class, wherever it happens, and takes nothing else along.</summary>
public sealed class FaultTests
{
    private const string Source =
        """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.Extensions.DependencyInjection;
        public record Item(int Id, Part Part); public record Part(int Id); public record Other([property: Range(1, 2)] int Id);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<Item> Get() => null!; }
        [Endpoint("/b")] public partial class B { public NDJSONStreamingResponse<Other> Post(Other other) => null!; }
        public record Told(int Id, Reason Reason); public record Reason(int Id);
        static class Setup { static void Add(IServiceCollection services) => services.AddJeroTopic<Told>("t"); }
        """;

    [Theory]
    [InlineData("A", "A", "A.g.cs", "JeroJson._Item.g.cs", "JeroJson._Part.g.cs")]
    [InlineData("A.g.cs", "A", "A.g.cs", "JeroJson._Item.g.cs", "JeroJson._Part.g.cs")]
    [InlineData("_Item", "A", "A.g.cs", "JeroJson._Item.g.cs", "JeroJson._Part.g.cs")]
    [InlineData("_Part", "A", "A.g.cs", "JeroJson._Item.g.cs", "JeroJson._Part.g.cs")]
    [InlineData("B.g.cs", "B", "B.g.cs", "JeroJson._Other.g.cs")]
    [InlineData("AddJeroTopic<Told>", "AddJeroTopic<Told>", "JeroTopic.Told.g.cs", "JeroJson._Told.g.cs", "JeroJson._Reason.g.cs")]
    [InlineData("JeroTopic.Told.g.cs", "AddJeroTopic<Told>", "JeroTopic.Told.g.cs", "JeroJson._Told.g.cs", "JeroJson._Reason.g.cs")]
    [InlineData("_Reason", "AddJeroTopic<Told>", "JeroTopic.Told.g.cs", "JeroJson._Told.g.cs", "JeroJson._Reason.g.cs")]
    public void OfOneClass_LeavesTheOthers(string failing, string at, params string[] lost)
    {
        var sound = Run(failing: null);
        var run = Run(failing);

        Assert.Null(run.Result.Exception);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("JERO036", at), (diagnostic.Id, TextAt(diagnostic)));
        Assert.Equal(sound.Files.Keys.Except(lost).Order(StringComparer.Ordinal), run.Files.Keys.Order(StringComparer.Ordinal));
        GeneratorTest.AssertCompiles(run);
        GeneratorTest.AssertCached(run.AfterUnrelatedEdit());
    }

    [Theory]
    [InlineData("definitions")]
    [InlineData("topics")]
    [InlineData("validation")]
    [InlineData("attributes")]
    [InlineData("composition")]
    [InlineData("map method")]
    [InlineData("names of files")]
    public void OfTheWhole_GeneratesNothing(string failing)
    {
        var run = Run(failing);

        Assert.Null(run.Result.Exception);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(("JERO036", "A"), (diagnostic.Id, TextAt(diagnostic))));
        Assert.NotEmpty(run.Diagnostics);
        Assert.Empty(run.Files);
        GeneratorTest.AssertCompiles(run);
    }

    [Fact]
    public void OfAComparison_GeneratesEverything()
    {
        var run = Run("names and routes");

        Assert.Equal("JERO036", Assert.Single(run.Diagnostics).Id);
        Assert.Equal(Run(failing: null).Files, run.Files);
    }

    private static GeneratorRun Run(string? failing) => GeneratorRun.Start(Compilations.Create(Source), name =>
    {
        if (name == failing)
        {
            throw new InvalidOperationException("Made to fail.");
        }
    });

    private static string TextAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan);
}
